cp places/hill.yml north.yml
