ln -s north.yml places/north.yml
