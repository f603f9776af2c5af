cp places/hill.yml $'places/hill\n::error::x.yml'
