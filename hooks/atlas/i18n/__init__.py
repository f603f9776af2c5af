"""How anything is said to people in their language."""
