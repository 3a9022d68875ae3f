"""What a reader keeps: the reading place, marks and notes, in one SQLite file."""
