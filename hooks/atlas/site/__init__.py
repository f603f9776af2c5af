"""Pages, exports and cards to a folder, checked and swapped in whole."""
