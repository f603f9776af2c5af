ln -s /etc places/north
