yes "a: 'x" | head -n 20000 > places/hill.yml
