"""Is a record what the model says? Where not: what is wrong, in plain words."""
