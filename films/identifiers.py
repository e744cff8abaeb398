"""Numbers of a film in other catalogues: how they are written, checked, and where they lead.

ISAN: ISO 15706-2, check characters by ISO 7064 mod 37,36. EIDR: DOI prefix 10.5240, twenty
hexadecimal digits, the same check. The others have patterns alone.
"""

import re
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum import isan
from stdnum.exceptions import InvalidChecksum
from stdnum.exceptions import ValidationError as WrongNumber
from stdnum.iso7064 import mod_37_36

from films.choices import Category, IdScheme

# How a number is found, alone or in an address that somebody pasted.
PATTERNS = {
    IdScheme.IMDB: r"(?:^|/title/)(tt\d{7,10})(?![\w])",
    IdScheme.WIKIDATA: r"(?:^|/(?:wiki|entity)/)(Q[1-9]\d*)(?![\w])",
    IdScheme.TMDB: r"(?:^|/(?:movie|tv)/)([1-9]\d{0,9})(?![\d])",
    IdScheme.FILMPORTAL: r"(?:^|[_/])([0-9a-f]{32})$",
    IdScheme.EIDR: r"(10\.5240/[0-9A-F]{4}(?:-?[0-9A-F]{4}){4}-?[0-9A-Z])$",
    IdScheme.ISAN: r"([0-9A-F]{4}(?:[- ]?[0-9A-F]{4}){2,3}[-0-9A-Z ]*)$",
}
EXAMPLES = {
    IdScheme.IMDB: "tt1512792",
    IdScheme.WIKIDATA: "Q42",
    IdScheme.TMDB: "603",
    IdScheme.FILMPORTAL: "0123456789abcdef0123456789abcdef",
    IdScheme.EIDR: "10.5240/EA73-79D7-1B2B-B378-3A73-M",
    IdScheme.ISAN: "0000-0000-D07A-0090-Q",
}
ADDRESSES = {
    IdScheme.IMDB: "https://www.imdb.com/title/{}/",
    IdScheme.WIKIDATA: "https://www.wikidata.org/wiki/{}",
    IdScheme.TMDB: "https://www.themoviedb.org/movie/{}",
    IdScheme.EIDR: "https://doi.org/{}",
}
SERIES_ADDRESSES = {IdScheme.TMDB: "https://www.themoviedb.org/tv/{}"}
LOWER = (IdScheme.IMDB, IdScheme.FILMPORTAL)


def clean_identifier(scheme: str, value: str) -> str:
    """Return the number as its catalogue writes it, out of what was typed or pasted.

    Of an ISAN the check characters are added where they are missing. A scheme without rules
    leaves the value as it is. Raises `ValidationError` that says what a right one looks like.
    """
    if scheme not in PATTERNS:
        return value.strip()
    told = value.strip().lower() if scheme in LOWER else value.strip()
    if scheme in (IdScheme.EIDR, IdScheme.ISAN):
        told = told.upper()
    found = re.search(PATTERNS[IdScheme(scheme)], _without_query(told))
    if not found:
        raise _wrong(scheme, value, _("It does not look like one."))
    if scheme == IdScheme.EIDR:
        return _clean_eidr(found[1], value)
    return _clean_isan(found[1], value) if scheme == IdScheme.ISAN else found[1]


def address_of(scheme: str, value: str, category: str = "") -> str:
    """Return where a number leads to; '' for a catalogue without public pages.

    TMDB numbers films and series apart: `category` is that of the film.
    """
    if scheme not in IdScheme.values:
        return ""
    own = SERIES_ADDRESSES if category == Category.SERIES else {}
    pattern = own.get(IdScheme(scheme)) or ADDRESSES.get(IdScheme(scheme))
    return pattern.format(quote(value, safe="/")) if pattern and value else ""


def _without_query(told: str) -> str:
    return re.split(r"[?#]", told, maxsplit=1)[0].rstrip("/") if "://" in told else told


def _clean_eidr(told: str, value: str) -> str:
    suffix = told.partition("/")[2].replace("-", "")
    if mod_37_36.calc_check_digit(suffix[:20]) != suffix[20:]:
        raise _wrong(IdScheme.EIDR, value, _("Its check digit does not fit: a digit is wrong."))
    groups = [suffix[start : start + 4] for start in range(0, 20, 4)]
    return f"10.5240/{'-'.join(groups)}-{suffix[20:]}"


def _clean_isan(digits: str, value: str) -> str:
    try:
        number = isan.validate(digits)
    except InvalidChecksum as error:
        told = _("Its check digit does not fit: a digit is wrong.")
        raise _wrong(IdScheme.ISAN, value, told) from error
    except WrongNumber as error:
        raise _wrong(IdScheme.ISAN, value, _("It does not look like one.")) from error
    return str(isan.format(number, add_check_digits=True))


def _wrong(scheme: str, value: str, reason: str) -> ValidationError:
    name, example = IdScheme(scheme).label, EXAMPLES[IdScheme(scheme)]
    words = {"value": value, "name": name, "reason": reason, "example": example}
    return ValidationError(
        _("“%(value)s” is no number of %(name)s. %(reason)s A right one: %(example)s") % words
    )
