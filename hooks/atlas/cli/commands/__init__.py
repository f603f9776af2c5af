"""The commands of `atlas`, a module each."""
