cp places/hill.yml 'places/val-d-été.yml'
