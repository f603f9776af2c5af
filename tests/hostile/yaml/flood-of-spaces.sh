{ printf 'names: {en: Hill}'; yes '    ' | head -n 40000 | tr -d '\n'; echo '#'; } > places/hill.yml
