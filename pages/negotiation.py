"""Which language a reader wants, from the Accept-Language header (RFC 9110, section 12.5.4)."""

from collections.abc import Sequence

from django.conf import settings

# Longer headers are nothing a browser sends; the rest is not read.
MAX_HEADER_LENGTH = 500  # characters
MAX_LANGUAGES = 20


def preferred_language(request, codes: Sequence[str] = ()) -> str:
    """Return which of `codes`, or of all configured languages, the request prefers."""
    header = request.META.get("HTTP_ACCEPT_LANGUAGE", "")[:MAX_HEADER_LENGTH]
    codes = codes or [code for code, _name in settings.LANGUAGES]
    usual = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in codes else codes[0]
    best, best_quality = usual, 0.0
    for part in header.split(",", MAX_LANGUAGES)[:MAX_LANGUAGES]:
        tag, _, parameters = part.strip().partition(";")
        quality = _quality(parameters)
        code = usual if tag.strip() == "*" else _match(tag.strip().lower(), codes)
        if code and quality > best_quality:
            best, best_quality = code, quality
    return best


def _match(tag: str, codes: Sequence[str]) -> str:
    for code in codes:
        if tag == code.lower() or tag.startswith(f"{code.lower()}-"):
            return code
    return ""


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        quality = float(value)
    except ValueError:
        return 0.0
    return quality if 0.0 <= quality <= 1.0 else 0.0
