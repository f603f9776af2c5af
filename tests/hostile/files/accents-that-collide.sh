cp places/hill.yml $'places/\u00e9te.yml'
cp places/hill.yml $'places/e\u0301te.yml'
