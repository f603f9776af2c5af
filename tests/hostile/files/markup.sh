cp places/hill.yml 'places/<img src=x onerror=alert(1)>.yml'
