"""What every record must keep, beyond its schema: a rule a function, named by one sentence."""
