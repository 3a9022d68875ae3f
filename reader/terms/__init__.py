"""What is explained: concepts, the glossary file, matching, and where each term occurs in a text."""
