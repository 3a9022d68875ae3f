"""XLIFF: one reader of every version, and what each asks; a 1 or 2 ends the name of what is of one alone."""
