"""Premieres, results and subtitles as sentences of the page need them."""

from django.utils.translation import gettext as _

from editorial.countries import in_country
from editorial.names import country_name, language_name
from editorial.spelling import fold
from films.choices import AwardResult, Premiere


def say_subtitles(code: str, language: str) -> str:
    """Return subtitles as they stand after “with”: Dutch subtitles, niederländischen Untertiteln.

    German has adjectives for the languages whose names end in -sch; others stand behind.
    """
    name = language_name(code, language)
    if language != "de":
        return _("%(language)s subtitles") % {"language": name}
    if name.endswith("sch"):
        return _("%(language)s subtitles") % {"language": f"{name.lower()}en"}
    return _("subtitles (%(language)s)") % {"language": name}


def say_result(result: str, name: str) -> str:
    """Return what was received but a prize; '' if the name says it: Special mention of the jury."""
    if result == AwardResult.WON:
        return ""
    label = str(AwardResult(result).label)
    return "" if fold(label).split()[-1] in fold(name).split() else label


def say_premiere(premiere: str, country: str, language: str) -> str:
    """Return what kind of premiere it was; a national one tells of which nation."""
    if not premiere:
        return ""
    place = in_country(country, language) if premiere == Premiere.NATIONAL else ""
    if place:
        return _("Premiere %(in_country)s") % {"in_country": place}
    if premiere == Premiere.NATIONAL and country:
        return f"{Premiere.NATIONAL.label} ({country_name(country, language)})"
    return str(Premiere(premiere).label)
