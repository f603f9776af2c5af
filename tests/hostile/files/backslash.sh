cp places/hill.yml 'places/..\..\index.yml'
