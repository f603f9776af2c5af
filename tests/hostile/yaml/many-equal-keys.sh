yes 'type: region' | head -n 5000 > places/hill.yml
