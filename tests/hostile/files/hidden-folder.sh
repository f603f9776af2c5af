mkdir places/.git; cp places/hill.yml places/.git/config.yml
