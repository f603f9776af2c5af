cp places/hill.yml places/north
