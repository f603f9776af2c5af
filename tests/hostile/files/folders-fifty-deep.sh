folder=places/$(printf 'a/%.0s' {1..50})
mkdir -p $folder
cp places/hill.yml $folder/north.yml
