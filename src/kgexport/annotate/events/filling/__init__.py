"""Who plays which role: slots, frames, entities, and nodes of those who are only described."""
