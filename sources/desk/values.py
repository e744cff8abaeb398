"""Single values of claims in words, and words back into values: 95 min, Germany, 27.10.2013."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.addresses import check_address
from editorial.names import country_name, spoken
from films.printed.runtime import parse_runtime
from films.printed.spoken import find_language
from people.models import check_partial_date
from sources.reading.places import find_printed_country


def say_runtime(seconds: Any) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02} min" if rest else f"{minutes} min"


def read_runtime(text: str) -> int:
    seconds = parse_runtime(text)
    if seconds is None:
        raise ValidationError(_("“%(text)s” is no runtime. Write 95 min or 5:30 min.") % _of(text))
    return seconds


def say_country(code: Any) -> str:
    return country_name(str(code), get_language() or "en") if code else ""


def read_country(text: str) -> str:
    if not text:
        return ""
    code = find_printed_country(text, _known())
    if not code:
        raise ValidationError(
            _("“%(text)s” is no country. Write its name or its code.") % _of(text)
        )
    return code


def say_countries(codes: Any) -> str:
    return ", ".join(say_country(code) for code in codes or ())


def read_countries(text: str) -> list[str]:
    pieces = [piece.strip() for piece in text.replace("/", ",").replace(";", ",").split(",")]
    return [read_country(piece) for piece in pieces if piece]


def say_languages(codes: Any) -> str:
    return ", ".join(spoken(code) for code in codes or ())


def read_spoken(text: str) -> list[str]:
    pieces = [piece.strip() for piece in text.replace("/", ",").split(",") if piece.strip()]
    found = [find_language(piece, _known()) for piece in pieces]
    if not all(found):
        raise ValidationError(_("Not all of these are languages: %(text)s.") % _of(text))
    return found


def read_year(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1880 <= int(text) <= 2100):
        raise ValidationError(_("“%(text)s” is no year. Write 2011.") % _of(text))
    return int(text)


def read_date(text: str) -> str:
    if text:
        check_partial_date(text)
    return text


def read_address(text: str) -> str:
    if text:
        URLValidator(["http", "https"])(text)
        check_address(text)
    return text


def say_plain(value: Any) -> str:
    return "" if value in (None, []) else str(value)


def read_plain(text: str) -> str:
    return text


def _known() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.LANGUAGES)


def _of(text: str) -> dict[str, str]:
    return {"text": text}


Say = Callable[[Any], str]
Read = Callable[[str], Any]
KINDS: dict[str, tuple[Say, Read]] = {
    "text": (say_plain, read_plain),
    "long": (say_plain, read_plain),
    "choice": (say_plain, read_plain),
    "year": (say_plain, read_year),
    "date": (say_plain, read_date),
    "url": (say_plain, read_address),
    "runtime": (say_runtime, read_runtime),
    "country": (say_country, read_country),
    "countries": (say_countries, read_countries),
    "languages": (say_languages, read_spoken),
}
