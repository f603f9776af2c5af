"""The site while somebody works on it: what is saved is shown, each page made when asked for."""
