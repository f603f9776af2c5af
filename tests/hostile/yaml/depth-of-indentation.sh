for depth in $(seq 0 400); do printf '%*sa:\n' "$depth" ''; done > places/hill.yml
