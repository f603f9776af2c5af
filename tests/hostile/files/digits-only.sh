cp places/hill.yml places/1830.yml
