cp places/hill.yml places/HILL.yml
