cp places/hill.yml $'places/hill\xff.yml'
