"""Termbases from and for other tools: every format in a module of its own."""
