yes '? ' | head -n 90000 | tr -d '\n' > places/hill.yml
