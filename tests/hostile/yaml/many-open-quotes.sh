yes "a: 'x" | head -n 9000 > places/hill.yml
