"""The static API: what each of its files holds, how that is built, and how it is described."""
