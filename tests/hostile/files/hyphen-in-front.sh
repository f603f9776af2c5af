cp places/hill.yml places/-rf.yml
