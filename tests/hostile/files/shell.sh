cp places/hill.yml 'places/$(touch ran).yml'
