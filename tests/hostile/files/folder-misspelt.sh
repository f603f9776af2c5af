mkdir place; cp places/hill.yml place/north.yml
