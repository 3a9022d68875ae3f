"""What leaves: one small module a format."""
