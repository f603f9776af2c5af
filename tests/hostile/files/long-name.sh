cp places/hill.yml places/$(printf 'x%.0s' {1..100}).yml
