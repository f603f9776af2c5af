"""Which record, country, language or date somebody meant."""
