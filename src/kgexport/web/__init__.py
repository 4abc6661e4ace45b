"""Markup for web pages: the JSON-LD that search engines read; knows neither the command line nor a language model."""

from kgexport.web.budget import LeftOut
from kgexport.web.escaping import web_json
from kgexport.web.page_settings import PageSettings
from kgexport.web.profile import WebProfile, web_object, web_profile
from kgexport.web.statements import with_page

__all__ = ["LeftOut", "PageSettings", "WebProfile", "web_json", "web_object", "web_profile", "with_page"]
