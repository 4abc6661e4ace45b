"""The readable names of events."""
