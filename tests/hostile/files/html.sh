echo '<script>alert(1)</script>' > places/index.html
