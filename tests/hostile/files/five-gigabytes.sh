truncate -s 5G places/north.yml
