> places/north.yml
