for name in con prn aux nul com1 lpt9; do cp places/hill.yml places/$name.yml; done
