cp places/hill.yml places/%2e%2e%2findex.yml
