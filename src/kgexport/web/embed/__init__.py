"""Puts the markup of an article into its web page, and leaves every other byte of the page as it is."""

from kgexport.web.embed.page import Change, Embedded, embed, embed_page, size_in, without_script

__all__ = ["Change", "Embedded", "embed", "embed_page", "size_in", "without_script"]
