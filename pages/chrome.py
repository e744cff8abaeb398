"""What stands around every public page: company, menus, feeds, languages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from assets.models import Image
from assets.renditions import Picture
from editorial.fields import column
from editorial.memory import remember
from editorial.models import Publication, Record, Reference
from editorial.publishing.window import live_facts, live_languages, live_titles
from pages.legal import legal_pages
from pages.models import Profile


@dataclass(frozen=True)
class MenuItem:
    """A way to somewhere; pages below its address belong to it."""

    title: str
    url: str

    def leads_to(self, path: str) -> str:
        """Return `aria-current` of this item on the page at `path`."""
        if path == self.url:
            return "page"
        return "true" if path.startswith(self.url) else ""


@dataclass(frozen=True)
class Room:
    """A room of the site further out: the name of its address, whether anything is in it."""

    title: Any
    address: str
    is_there: Callable[[str], bool]


_further_rooms: list[Room] = []


def register_room(room: Room) -> None:
    """Let an app have a place in the menu while its room has something to show."""
    if room not in _further_rooms:
        _further_rooms.append(room)


@dataclass(frozen=True)
class LanguageItem:
    """One way of the language switcher; `url` is '' for the present language."""

    code: str
    name: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Chrome:
    """`rooms` are the site's own lists, `menu` and `foot` the text pages that editors put there,
    `further` festivals and feeds, `legal` imprint, privacy and accessibility, always there."""

    company: str
    claim: str
    logo: Picture | None
    street: str
    place: str
    email: str
    phone: str
    home_url: str
    rooms: tuple[MenuItem, ...]
    menu: tuple[MenuItem, ...]
    foot: tuple[MenuItem, ...]
    legal: tuple[MenuItem, ...]
    further: tuple[MenuItem, ...]
    live_languages: tuple[str, ...]


def chrome_for(language: str) -> Chrome:
    return remember(("chrome", language), lambda: _make_chrome(language))


def _make_chrome(language: str) -> Chrome:
    profile: Any = Profile.objects.first() or Profile(name="Lichtspiel")
    menus = _menus(language)
    legal = tuple(MenuItem(page.title, page.url) for page in legal_pages(language))
    live = live_languages("film") | live_languages("page")
    with translation.override(language):
        rooms, further = _make_rooms(language)
    return Chrome(
        company=profile.name,
        claim=getattr(profile, column("claim", language)) or "",
        logo=_find_logo(profile.logo_id),
        street=profile.street,
        place=f"{profile.postal_code} {profile.city}".strip(),
        email=profile.email,
        phone=profile.phone,
        home_url=reverse("home", args=[language]),
        rooms=tuple(rooms),
        menu=tuple(menus["main"]),
        foot=tuple(item for item in menus["foot"] if item not in legal),
        legal=legal,
        further=tuple(further),
        live_languages=tuple(code for code, _n in settings.LANGUAGES if code in live),
    )


def _find_logo(pk: int | None) -> Picture | None:
    """Return the logo while its rights last: at their end, a boundary, this is asked anew."""
    logo = Image.objects.visible().filter(pk=pk).first() if pk else None
    return logo.picture if logo else None


def _make_rooms(language: str) -> tuple[list[MenuItem], list[MenuItem]]:
    """Return lists of films and screenings, if anything is in them, and what the foot adds."""
    films = live_titles("film", language)
    has_films, has_screenings = films.exists(), _find_screened(films).exists()
    has_festivals = has_films and _find_festivals(films).exists()
    rooms = [
        *_lead(has_films, _("Films"), "catalogue", language),
        *_lead(has_screenings, _("Screenings"), "screenings", language),
    ]
    for room in _further_rooms:
        rooms += _lead(room.is_there(language), str(room.title), room.address, language)
    further = [
        *_lead(has_festivals, _("Festivals"), "festivals", language),
        *_lead(has_films, _("News as a feed"), "feed", language),
        *_lead(has_screenings, _("Screenings for your calendar"), "screenings_ics", language),
    ]
    return rooms, further


def _find_screened(films: QuerySet[Publication]) -> QuerySet[Publication]:
    now = timezone.now()
    facts = Publication.objects.live(now).filter(kind="film", language="")
    return facts.filter(screens_until__gte=now, record__in=films.values("record"))


def _find_festivals(films: QuerySet[Publication]) -> QuerySet[Reference]:
    """Return where the live facts of these films name a festival."""
    facts = Publication.objects.live().filter(
        kind="film", language="", record__in=films.values("record")
    )
    return Reference.objects.filter(publication__in=facts, target__kind=Record.Kind.FESTIVAL)


def _lead(is_there: bool, title: str, name: str, language: str) -> list[MenuItem]:
    return [MenuItem(title, reverse(name, args=[language]))] if is_there else []


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
