cp places/hill.yml $'places/hill\u202egnp.yml'
