"""reader: read in two languages in the terminal, with every term explained where it stands."""

__version__ = "0.1.0"
