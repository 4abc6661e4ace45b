"""Events of events: what one is about, part of, done at."""
