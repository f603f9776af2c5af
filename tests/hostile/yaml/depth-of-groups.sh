yes '{a: ' | head -n 47000 | tr -d '\n' > places/hill.yml
