"""What a visitor asked of a page beside its address."""

from django.http import HttpRequest

# No list is longer; a number beyond it is no page of anything.
MOST = 500


def asked_number(request: HttpRequest) -> int:
    """Return which page of a long list `?entries=` asks for, from 1; nonsense is the first."""
    text = request.GET.get("entries", "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else 1
    return min(max(number, 1), MOST)
