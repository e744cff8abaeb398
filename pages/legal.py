"""Imprint, privacy, accessibility statement: what the law asks for, made from the company profile.

A text page that serves the purpose shows it beside its own words. Where none is live in a language,
the site itself answers at the usual address, so that no site is ever without.
"""

from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.fields import column, languages
from editorial.memory import remember
from editorial.models import Publication
from editorial.names import country_name
from editorial.publishing.window import live_languages, live_titles
from editorial.texts import Text, choose_text
from pages.models import Profile

IMPRINT, PRIVACY, ACCESSIBILITY = "imprint", "privacy", "accessibility"
PURPOSES = (IMPRINT, PRIVACY, ACCESSIBILITY)


@dataclass(frozen=True)
class LegalPage:
    """Where a language has what the law asks for; `is_made` if the site itself makes the page."""

    purpose: str
    title: str
    path: str
    url: str
    is_made: bool


@dataclass(frozen=True)
class LegalFacts:
    """What the templates say; what the profile lacks is empty and left out there."""

    purpose: str
    profile: Profile
    country: str
    dispute: Text
    barriers: Text
    missing_days: int


def legal_pages(language: str) -> tuple[LegalPage, ...]:
    """Return the three pages of a language in their order."""
    return remember(("legal pages", language), partial(_find_pages, language))


def legal_facts(purpose: str, language: str) -> LegalFacts | None:
    """Return what a page of this purpose says, None if it has none. One query."""
    if purpose not in PURPOSES:
        return None
    profile = Profile.objects.first() or Profile()
    order = [language, *sorted(live_languages("page") - {language})]
    return LegalFacts(
        purpose=purpose,
        profile=profile,
        country=country_name(profile.country, language) if profile.country else "",
        dispute=choose_text(_values(profile, "dispute_resolution"), order),
        barriers=choose_text(_values(profile, "known_barriers"), order),
        missing_days=settings.MISSING_RETENTION_DAYS,
    )


def find_legal(language: str, path: str) -> LegalPage | None:
    """Return the page to which the usual word of a purpose, in any language, leads here."""
    for purpose, page in zip(PURPOSES, legal_pages(language), strict=True):
        if path in {usual_word(purpose, code) for code in languages()}:
            return page
    return None


def usual_word(purpose: str, language: str) -> str:
    """Return the address at which visitors look for it, such as `impressum`."""
    with translation.override(language):
        return {
            IMPRINT: pgettext("address", "imprint"),
            PRIVACY: pgettext("address", "privacy"),
            ACCESSIBILITY: pgettext("address", "accessibility"),
        }[purpose]


def usual_words() -> frozenset[str]:
    """Return the usual words of every language."""
    return frozenset(usual_word(purpose, code) for purpose in PURPOSES for code in languages())


def usual_title(purpose: str, language: str) -> str:
    with translation.override(language):
        return {
            IMPRINT: pgettext("page", "Imprint"),
            PRIVACY: pgettext("page", "Privacy"),
            ACCESSIBILITY: pgettext("page", "Accessibility"),
        }[purpose]


def describe(legal: LegalFacts) -> str:
    """Return what search engines are told of a page that the site makes, in the active language."""
    text = {
        IMPRINT: _("Who is responsible for the website of %(company)s."),
        PRIVACY: _("Which data the website of %(company)s handles, and which it does not."),
        ACCESSIBILITY: _("How accessible the website of %(company)s is, and whom to tell."),
    }[legal.purpose]
    return text % {"company": legal.profile.name}


def _find_pages(language: str) -> tuple[LegalPage, ...]:
    facts = Publication.objects.live().filter(kind="page", language="")
    serving = facts.filter(parts__facts__purpose__in=PURPOSES)
    named = dict(serving.values_list("record", "parts__facts__purpose"))
    purposes = dict(named)
    # A page that stands at the usual address in some language needs no purpose to be found.
    words = {(usual_word(p, code), code): p for p in PURPOSES for code in languages()}
    usual = Publication.objects.live().filter(kind="page", path__in=[word for word, _c in words])
    for record, path, code in usual.order_by("pk").values_list("record", "path", "language"):
        if (path, code) in words:
            purposes.setdefault(record, words[path, code])
    live = live_titles("page", language).filter(record__in=purposes).order_by("pk")
    found: dict[str, Publication] = {}
    for page in sorted(live, key=lambda page: page.record_id not in named):
        found.setdefault(purposes[page.record_id], page)
    return tuple(_place(purpose, language, found.get(purpose)) for purpose in PURPOSES)


def _place(purpose: str, language: str, page: Publication | None) -> LegalPage:
    path = page.path if page else usual_word(purpose, language)
    title = page.title if page else usual_title(purpose, language)
    url = reverse("address", args=[language, path])
    return LegalPage(purpose, title, path, url, is_made=page is None)


def _values(profile: Profile, name: str) -> dict[str, str]:
    return {code: getattr(profile, column(name, code)) or "" for code in languages()}
