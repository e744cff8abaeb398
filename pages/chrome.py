"""What stands around every public page: company, menus, languages."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from editorial.fields import column
from editorial.memory import remember
from editorial.publishing.window import live_facts, live_languages, live_titles
from pages.models import Profile


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str


@dataclass(frozen=True)
class LanguageItem:
    """One way of the language switcher; `url` is '' for the present language."""

    code: str
    name: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Chrome:
    company: str
    claim: str
    home_url: str
    menu: tuple[MenuItem, ...]
    foot: tuple[MenuItem, ...]
    live_languages: tuple[str, ...]


def chrome_for(language: str) -> Chrome:
    return remember(("chrome", language), lambda: _make_chrome(language))


def _make_chrome(language: str) -> Chrome:
    profile = Profile.objects.first()
    menus = _menus(language)
    live = live_languages("film") | live_languages("page")
    return Chrome(
        company=profile.name if profile else "Lichtspiel",
        claim=(getattr(profile, column("claim", language)) or "") if profile else "",
        home_url=reverse("home", args=[language]),
        menu=tuple(menus["main"]),
        foot=tuple(menus["foot"]),
        live_languages=tuple(code for code, _n in settings.LANGUAGES if code in live),
    )


def _menus(language: str) -> dict[str, list[MenuItem]]:
    titles = list(live_titles("page", language))
    facts = live_facts([title.record_id for title in titles])
    menus: dict[str, list[MenuItem]] = {"main": [], "foot": []}
    known = [title for title in titles if title.record_id in facts]
    for title in sorted(known, key=lambda t: (facts[t.record_id].position, t.record_id)):
        menu = facts[title.record_id].category
        if menu in menus:
            url = reverse("address", args=[language, title.path])
            menus[menu].append(MenuItem(title.title, url))
    return menus
