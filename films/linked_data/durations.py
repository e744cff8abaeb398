"""Lengths of time as machines read them."""


def iso_duration(seconds: float | None) -> str:
    """Return seconds as ISO 8601 writes them, PT95M or PT5M30S; '' if they are not known."""
    if not seconds:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return "PT" + (f"{minutes}M" if minutes else "") + (f"{rest}S" if rest else "")
