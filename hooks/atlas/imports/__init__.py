"""What others list, read from their files, told apart, and written into registers."""
