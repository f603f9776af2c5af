cp places/hill.yml $'places/h\u0456ll.yml'
