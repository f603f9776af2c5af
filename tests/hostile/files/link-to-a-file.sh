ln -s /etc/passwd places/north.yml
