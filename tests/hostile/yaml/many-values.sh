{ printf 'countries: ['; yes 'BE,' | head -n 60000 | tr -d '\n'; printf ']\n'; } > places/hill.yml
