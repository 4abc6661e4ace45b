"""Text for people to read, as strings; `cli.py` alone prints it."""
