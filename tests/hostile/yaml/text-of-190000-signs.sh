# An e-mail address that never comes: slow for a careless search.
{ printf "names: {en: '"; head -c 190000 /dev/zero | tr '\0' @; echo "'}"; tail -n +2 places/hill.yml; } > new && mv new places/hill.yml
