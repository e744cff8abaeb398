"""Aspect ratios as each language writes them."""

import re

from babel.numbers import format_decimal
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.names import date_locale

# 1:2.39, 2.39:1, 1 : 2,39; others, such as 16:9, are the same everywhere.
_TO_ONE = re.compile(r"1\s*:\s*(\d+(?:[.,]\d+)?)|(\d+(?:[.,]\d+)?)\s*:\s*1")


def say_ratio(entered: str) -> str:
    """Return 1:2.39 as 2.39:1 in English and as 1:2,39 in German, others as entered."""
    found = _TO_ONE.fullmatch(entered.strip())
    if found is None:
        return entered
    digits = (found[1] or found[2]).replace(",", ".")
    places = len(digits.partition(".")[2])
    width = format_decimal(
        digits,
        format="0." + "0" * places if places else "0",
        locale=date_locale(get_language() or "en"),
    )
    return _("%(width)s:1") % {"width": width}
