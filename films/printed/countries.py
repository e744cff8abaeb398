"""Printed country names to ISO 3166 codes, in every language of the site."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from people.printed.spelling import fold

LONGEST_NOTE = 250


@dataclass(frozen=True)
class ParsedCountry:
    """A country's code, and the remark that stood beside its name."""

    code: str
    note: str = ""


# States that are gone have the two letters that ISO 3166 gave them in their time.
_ALIASES = {
    "AE": "UAE|VAE|U.A.E.|Emirates|Emirate",
    "BA": "Bosnia|Bosnien|Bosnien und Herzegowina|Bosnia-Herzegovina|Bosnien-Herzegowina",
    "BY": "Weißrussland|White Russia|Byelorussia",
    "CD": "DR Congo|DR Kongo|Democratic Republic of the Congo|Zaire",
    "CI": "Ivory Coast|Elfenbeinküste",
    "CN": "PR China|People's Republic of China|VR China|Volksrepublik China",
    "CS": "Czechoslovakia|Tschechoslowakei|ČSSR|ČSFR",
    "CV": "Cape Verde|Kapverden",
    "CZ": "Czech Republic|Tschechische Republik|Czechia|Tschechei",
    "DD": "GDR|DDR|East Germany|German Democratic Republic|Deutsche Demokratische Republik"
    "|Ostdeutschland",
    "DE": "FRG|BRD|West Germany|Westdeutschland|Federal Republic of Germany"
    "|Bundesrepublik Deutschland",
    "GB": "UK|U.K.|England|Great Britain|Großbritannien|Britain|Scotland|Schottland|Wales"
    "|Northern Ireland|Nordirland",
    "HK": "Hong Kong|Hongkong",
    "IR": "Islamic Republic of Iran",
    "KG": "Kirgisien|Kirgistan|Kirghizia|Kyrgyz Republic",
    "KP": "North Korea|Nordkorea",
    "KR": "Korea|South Korea|Südkorea|Republic of Korea",
    "MD": "Moldavia|Moldawien|Moldova",
    "MK": "Macedonia|Mazedonien|North Macedonia|Nordmazedonien|FYROM",
    "MM": "Burma|Birma",
    "MO": "Macau|Macao",
    "NL": "Holland|The Netherlands|Netherlands",
    "PS": "Palestine|Palästina",
    "RU": "Russian Federation|Russische Föderation",
    "SU": "Soviet Union|Sowjetunion|USSR|UdSSR|U.S.S.R.",
    "SZ": "Swaziland|Swasiland",
    "TL": "East Timor|Osttimor",
    "TR": "Turkey|Türkei",
    "US": "USA|U.S.A.|US|U.S.|United States of America|America|Vereinigte Staaten von Amerika"
    "|Amerika",
    "VA": "Vatican|Vatikan|Vatikanstadt",
    "VN": "Viet Nam",
    "YU": "Yugoslavia|Jugoslawien",
}
_NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})

_STRONG = re.compile(r"\s*[/,;+|]\s*")
_AND = re.compile(r"\s+(?:and|und|&)\s+", re.IGNORECASE)
_REMARK = re.compile(r"^(?P<name>[^()\[\]]+?)\s*[(\[](?P<note>[^()\[\]]+)[)\]]$")
_HIDDEN = re.compile(r"\0\d+\0")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


@lru_cache(maxsize=8)
def country_index(languages: tuple[str, ...]) -> dict[str, str]:
    """Folded name -> code, from the CLDR names of the languages and the aliases above."""
    index = {}
    for language in ("en", *languages):
        territories = Locale.parse(language.replace("-", "_")).territories
        for code, name in territories.items():
            if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES:
                index[country_key(name)] = code
                index[code.casefold()] = code
    for code, names in _ALIASES.items():
        index.update({country_key(name): code for name in names.split("|")})
    return index


def country_key(name: str) -> str:
    """'Trinidad & Tobago' and 'Trinidad and Tobago' are one."""
    return " ".join(word for word in fold(name).split() if word not in {"and", "und", "the"})


def find_country(text: str, languages: Sequence[str]) -> str:
    """The code of one printed name; '' when it is not known."""
    text = _HIDDEN.sub("", text)
    folded = country_key(text)
    if len(folded) == 2 and text.strip() != text.strip().upper():
        return ""
    return country_index(tuple(languages)).get(folded, "")


def parse_countries(
    text: str, languages: Sequence[str]
) -> tuple[tuple[ParsedCountry, ...], tuple[str, ...]]:
    """The countries of a printed list in its order, and the pieces that are no country."""
    countries: dict[str, ParsedCountry] = {}
    unknown: list[str] = []
    for piece in _split(text, languages):
        remark = _REMARK.match(piece)
        name, note = (remark["name"], remark["note"].strip()) if remark else (piece, "")
        code = find_country(name, languages)
        if code and len(note) <= LONGEST_NOTE:
            countries.setdefault(code, ParsedCountry(code, note))
        else:
            unknown.append(piece)
    return tuple(countries.values()), tuple(unknown)


def _split(text: str, languages: Sequence[str]) -> list[str]:
    """Pieces between separators outside brackets; 'Bosnia and Herzegovina' stays one."""
    remarks: list[str] = []

    def hide(match: re.Match[str]) -> str:
        remarks.append(match[0])
        return f"\0{len(remarks) - 1}\0"

    hidden = _BRACKETS.sub(hide, " ".join(text.split()))
    pieces = []
    for piece in _STRONG.split(hidden):
        pieces += _split_at_and(piece, languages)
    shown = (re.sub(r"\0(\d+)\0", lambda m: remarks[int(m[1])], piece) for piece in pieces)
    return [piece.strip() for piece in shown if piece.strip()]


def _split_at_and(piece: str, languages: Sequence[str]) -> list[str]:
    """Split at and/und, but never inside a country's own name."""
    parts, pieces = _AND.split(piece), []
    while parts:
        lengths = range(min(len(parts), 4), 1, -1)
        is_name = (n for n in lengths if find_country(" and ".join(parts[:n]), languages))
        length = next(is_name, 1)
        pieces.append(" and ".join(parts[:length]))
        parts = parts[length:]
    return pieces
