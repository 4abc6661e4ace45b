"""Whether it happened, and whether the text tells of it or only uses the word."""
