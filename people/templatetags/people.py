"""What the pages of people and companies need beyond Django."""

from urllib.parse import urlsplit

from django import template

from pages.templatetags.site import dial

register = template.Library()
register.filter(dial)


@register.filter
def bare_address(url: str) -> str:
    """Show an address as people say it: without https, www and the last slash."""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"
