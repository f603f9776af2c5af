ln -s .. places/north
