{ echo 'names:'; seq -f '  x%.0f: Hill' 9000; } > places/hill.yml
