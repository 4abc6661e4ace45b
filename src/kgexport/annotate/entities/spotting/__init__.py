"""Finding names in the text, their ends and their types."""
