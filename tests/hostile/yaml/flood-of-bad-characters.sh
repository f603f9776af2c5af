{ printf 'names: {en: '; yes $'\u202e' | head -n 60000 | tr -d '\n'; echo '}'; } > places/hill.yml
