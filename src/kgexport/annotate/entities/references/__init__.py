"""Pronouns and descriptions: whom they mean."""
