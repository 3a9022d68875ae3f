"""The figures of speed and memory that reader promises, measured from outside: `python -m tests.bench`."""
