mkdir places/north
cp places/hill.yml places/north/hill.yml
