"""Files of segments: every format that a check reads, each in a module of its own."""
