"""What is read: cleaning, paragraphs and articles, files, language, wrapping."""
