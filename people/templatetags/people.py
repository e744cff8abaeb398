"""What the pages of people and companies need beyond Django."""

from urllib.parse import urlsplit

from django import template

register = template.Library()


@register.filter
def bare_address(url: str) -> str:
    """Show an address as people say it: without https, www and the last slash."""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"


@register.filter
def dial(phone: str) -> str:
    """Return what a telephone dials: digits and the plus before them."""
    return "".join(char for char in phone if char.isdigit() or char == "+")
