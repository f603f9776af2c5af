"""A proposed change as its reviewers see it: records and pages, before and after."""
