cp places/hill.yml places/north.html.yml
