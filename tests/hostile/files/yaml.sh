cp places/hill.yml places/hill.yaml
