chmod +x places/hill.yml
