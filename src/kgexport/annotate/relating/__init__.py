"""Relations between entities: one file a kind of relation."""
