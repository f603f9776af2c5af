seq -f 'a%.0f: x' 15000 > places/hill.yml
