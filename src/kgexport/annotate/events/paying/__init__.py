"""Who pays how much for what."""
