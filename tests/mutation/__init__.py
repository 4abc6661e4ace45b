"""Does the check of the profile find what it must: single defects put into a whole graph."""
