cp places/hill.yml "places/hill'\".yml"
