for name in themes places countries; do cp places/hill.yml places/$name.yml; done
