"""How anything is said to people in their language, and their spellings made the same."""
