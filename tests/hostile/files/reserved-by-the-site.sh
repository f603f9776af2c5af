for name in index search assets 404; do cp places/hill.yml places/$name.yml; done
