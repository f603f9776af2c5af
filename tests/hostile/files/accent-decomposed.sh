cp places/hill.yml $'places/e\u0301te.yml'
