mkdir places/north.yml
