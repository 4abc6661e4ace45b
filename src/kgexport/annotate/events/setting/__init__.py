"""When and where, by the tree of dependencies."""
