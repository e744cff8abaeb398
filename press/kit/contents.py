"""What a press kit holds: one frozen object per film and choice of languages.

Every format is written from it and from nothing else, so equal contents give equal bytes, whatever
the day: it knows no clock but the moment of the record's last change.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from assets.renditions import Picture
from editorial.documents import document_of
from editorial.fields import column
from editorial.kinds import Document
from editorial.models import Publication, Record, Revision
from editorial.texts import EMPTY, Text, choose_text
from films.billing import Billing, make_billing
from films.previewing import complete
from films.sheet import FilmSheet
from films.sheet.build import fill_sheet, live_document, make_context
from films.sheet.context import Context
from films.sheet.profiles import CompanyMark, ProfileSheet, make_marks, make_profiles
from pages.models import Profile
from people.filmography import make_filmography
from people.shown import live_references

# The house's own accent, for films without a look of their own.
ACCENT = "#b8860b"


class NothingLive(Exception):
    """The film is not live in a language the kit was asked for; `.languages` names them."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__(", ".join(languages))
        self.languages = languages


@dataclass(frozen=True)
class House:
    """The company that gives out the kit."""

    name: str
    claim: str
    street: str
    place: str
    email: str
    phone: str
    logo: Picture | None
    terms: Text


@dataclass(frozen=True)
class Work:
    """A film of a director's: `done` are the words for what he or she did for it."""

    year: int | None
    title: str
    done: tuple[str, ...]


@dataclass(frozen=True)
class Edition:
    """The film in one language. `film` has no screenings: they are older than any kit.

    `partners` are the companies in the order of their credits, once each, as contracts have it;
    `filmographies` the live films of each director by his or her uuid, newest first.
    """

    language: str
    film: FilmSheet
    house: House
    billing: Billing
    directors: tuple[ProfileSheet, ...]
    people: tuple[ProfileSheet, ...]
    partners: tuple[CompanyMark, ...]
    filmographies: dict[str, tuple[Work, ...]]
    film_url: str
    press_url: str


@dataclass(frozen=True)
class KitContents:
    """`editions` stand in the order of the languages; `as_of` is the record's last change."""

    uuid: str
    key: str
    editions: tuple[Edition, ...]
    as_of: datetime
    accent: str
    is_draft: bool

    @property
    def day(self) -> date:
        """The day of the last change where the site is at home."""
        return timezone.localtime(self.as_of).date()

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(edition.language for edition in self.editions)

    @property
    def main(self) -> Edition:
        return self.editions[0]


def live_contents(record: Record, languages: Iterable[str]) -> KitContents:
    """Return the contents from what is live. Raises `NothingLive`."""
    wanted = tuple(languages)
    live = list(Publication.objects.live().filter(record=record))
    spoken = {publication.language for publication in live}
    missing = tuple(code for code in wanted if code not in spoken)
    if missing or "" not in spoken:
        raise NothingLive(missing or wanted)
    documents = {code: live_document(live, code) or {} for code in wanted}
    as_of = max(p.publish_at for p in live if p.language in ("", *wanted))
    return _make(record, documents, as_of, is_draft=False)


def desk_contents(record: Record, languages: Iterable[str]) -> KitContents:
    """Return the contents from what stands on the desk: a draft."""
    document = document_of(record)
    if document is None:
        raise NothingLive(tuple(languages))
    documents = {code: complete(document, code) for code in languages}
    latest = Revision.objects.filter(record=record).order_by("-pk").first()
    as_of = latest.created_at if latest else timezone.now()
    return _make(record, documents, as_of, is_draft=True)


def _make(
    record: Record, documents: dict[str, Document], as_of: datetime, is_draft: bool
) -> KitContents:
    now = timezone.now()
    editions = tuple(_edition(document, code, now) for code, document in documents.items())
    theme: dict[str, Any] = next(iter(next(iter(documents.values())).get("theme", [])), {})
    return KitContents(
        uuid=str(record.uuid),
        key=record.key,
        editions=editions,
        as_of=as_of.replace(microsecond=0),
        accent=theme.get("accent_colour") or ACCENT,
        is_draft=is_draft,
    )


def _edition(document: Document, language: str, now: datetime) -> Edition:
    with translation.override(language):
        context = make_context(document, language, now)
        film = replace(fill_sheet(context, now), screenings=())
        profiles = make_profiles(context, now)
        directors = _profiles(document, profiles, directors=True)
        return Edition(
            language=language,
            film=film,
            house=_house(context),
            billing=make_billing(film),
            directors=directors,
            people=_profiles(document, profiles, directors=False),
            partners=_partners(context, document),
            filmographies=_filmographies(context, directors),
            film_url=site_url() + reverse("address", args=[language, film.path]),
            press_url=site_url() + reverse("press_area", args=[language, film.path]),
        )


def site_url() -> str:
    """Return where the site stands that a kit names, whatever is being exported."""
    return settings.LIVE_SITE_URL or settings.SITE_URL


def _profiles(
    document: Document, profiles: dict[str, ProfileSheet], directors: bool
) -> tuple[ProfileSheet, ...]:
    """Return the directors, or everybody else with a biography, in the order of the credits."""
    rows = document.get("credits", [])
    directing = {row.get("person") for row in rows if row.get("role") == "director"}
    order = dict.fromkeys(row["person"] for row in rows if row.get("person"))
    found = [profiles[uuid] for uuid in order
             if uuid in profiles and (uuid in directing) is directors]  # fmt: skip
    return tuple(p for p in found if directors or p.short_biography or p.biography)


def _partners(context: Context, document: Document) -> tuple[CompanyMark, ...]:
    rows = document.get("companies", [])
    order = dict.fromkeys(row["company"] for row in rows if row.get("company"))
    marks = make_marks(context, order)
    return tuple(marks[uuid] for uuid in order if uuid in marks)


def _filmographies(
    context: Context, directors: tuple[ProfileSheet, ...]
) -> dict[str, tuple[Work, ...]]:
    """Return the films of each director that are live in the context's language."""
    found = {}
    for director in directors:
        person = context.lookups.people[director.uuid]
        films = make_filmography(person, live_references(person.pk), context.language)
        found[director.uuid] = tuple(
            Work(entry.tile.year, entry.tile.title, tuple(entry.done)) for entry in films
        )
    return found


def _house(context: Context) -> House:
    profile = Profile.objects.first() or Profile(name="")
    logo = profile.logo if profile.logo_id else None

    def text(name: str) -> Text:
        values = {code: getattr(profile, column(name, code)) or "" for code in context.order}
        return choose_text(values, context.order) if any(values.values()) else EMPTY

    return House(
        name=profile.name,
        claim=text("claim").value,
        street=profile.street,
        place=f"{profile.postal_code} {profile.city}".strip(),
        email=profile.email,
        phone=profile.phone,
        logo=logo.picture if logo else None,
        terms=text("press_terms"),
    )
