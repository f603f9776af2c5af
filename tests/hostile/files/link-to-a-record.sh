ln -s hill.yml places/north.yml
