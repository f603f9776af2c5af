{ echo 'names:'; seq -f '  x%.0f: Hill' 4000; } > places/hill.yml
