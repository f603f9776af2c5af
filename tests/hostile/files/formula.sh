cp places/hill.yml 'places/=1+1.yml'
