"""Which language a reader wants, from the Accept-Language header (RFC 9110, section 12.5.4)."""

from django.conf import settings

# Longer headers are nothing a browser sends; the rest is not read.
MAX_HEADER_LENGTH = 500


def preferred_language(request) -> str:
    """Return the code of the configured language that the request prefers."""
    header = request.META.get("HTTP_ACCEPT_LANGUAGE", "")[:MAX_HEADER_LENGTH]
    codes = [code for code, _name in settings.LANGUAGES]
    best, best_quality = settings.LANGUAGE_CODE, 0.0
    for part in header.split(","):
        tag, _, parameters = part.strip().partition(";")
        quality = _quality(parameters)
        code = _match(tag.strip().lower(), codes)
        if code and quality > best_quality:
            best, best_quality = code, quality
    return best


def _match(tag: str, codes: list[str]) -> str:
    for code in codes:
        if tag == code.lower() or tag.startswith(f"{code.lower()}-"):
            return code
    return settings.LANGUAGE_CODE if tag == "*" else ""


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        quality = float(value)
    except ValueError:
        return 0.0
    return quality if 0.0 <= quality <= 1.0 else 0.0
