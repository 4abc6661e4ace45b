"""One node a thing: names that belong together."""
