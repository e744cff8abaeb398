"""Contacts for the reader's country first: a guess by the languages of the browser, no more."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel.core import get_global
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header

from films.sheet.words import country_name
from press.contacts import Contact

# Longer headers are nothing a browser sends.
MAX_HEADER_LENGTH = 500
# What distributors write for several countries.
REGIONS = {"DACH": ("DE", "AT", "CH"), "GSA": ("DE", "AT", "CH")}


@dataclass(frozen=True)
class ContactGroup:
    """Contacts that belong together; `heading` is '' where there is only one group."""

    heading: str
    contacts: tuple[Contact, ...]


def find_country(header: str, language: str) -> str:
    """Return the country that an Accept-Language header suggests, else the page's language, or ''.

    Only the language that is wanted most is asked: `de-AT` is Austria, `de` is Germany.
    """
    wanted = [tag for tag, _quality in parse_accept_lang_header(header[:MAX_HEADER_LENGTH])]
    for tag in (*wanted[:1], language):
        region = tag.rpartition("-")[2].upper()
        if tag != region.lower() and len(region) == 2 and region.isalpha():
            return region
        likely = get_global("likely_subtags").get(tag.partition("-")[0], "")
        if likely:
            return str(likely).rpartition("_")[2]
    return ""


def group_contacts(
    contacts: Iterable[Contact], country: str, language: str
) -> tuple[ContactGroup, ...]:
    """Return those for the country, and for everywhere, in front; all others after them."""
    listed = tuple(contacts)
    name = country_name(country, language) if country else ""
    near = [contact for contact in listed if name and _is_for(contact, country, name)]
    if not near:
        return (ContactGroup("", listed),) if listed else ()
    first = tuple(c for c in listed if c in near or not c.territory)
    others = tuple(c for c in listed if c not in first)
    if not others:
        return (ContactGroup("", first),)
    return (ContactGroup(name, first), ContactGroup(_("Other countries"), others))


def _is_for(contact: Contact, country: str, name: str) -> bool:
    territories = contact.territory.split(", ")
    return name in territories or any(country in REGIONS.get(t, ()) for t in territories)
