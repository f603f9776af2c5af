ln -s nowhere places/north.yml
