"""One happening, one event: what the article tells again, and what it is about."""
