mkfifo places/north.yml
