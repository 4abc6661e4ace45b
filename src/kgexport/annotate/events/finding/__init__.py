"""Finding the words that tell of events: verbs, nouns, what carries them, idioms, words of saying."""
