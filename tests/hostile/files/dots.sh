cp places/hill.yml places/...yml
