# A telephone number that never ends: slow for a careless search.
{ printf "names: {en: '"; head -c 190000 /dev/zero | tr '\0' 1; echo "a'}"; tail -n +2 places/hill.yml; } > new && mv new places/hill.yml
