cp places/hill.yml $'places/hill\e[31m.yml'
