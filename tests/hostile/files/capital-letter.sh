cp places/hill.yml places/Hill.yml
