"""Record files: read strictly, located, written back in the one form."""
