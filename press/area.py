"""The press area of a film: everything the press may take away, made from its document."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import translation

from assets.models import Image
from editorial.fields import column
from editorial.kinds import Document
from editorial.texts import EMPTY, Text, choose_text
from films.billing import Billing, make_billing
from films.choices import Usage
from films.sheet import FilmSheet
from films.sheet.build import fill_sheet, make_context
from films.sheet.context import Context
from pages.models import Profile
from press.contacts import make_contacts
from press.kits import KitOffer, offered_kits
from press.near import ContactGroup, group_contacts
from press.pictures import PressPicture, press_pictures
from press.releases import Release, live_releases
from press.texts import TextSet, make_texts


@dataclass(frozen=True)
class PressArea:
    """What the page shows. Parts with nothing in them are empty."""

    film: FilmSheet
    kits: tuple[KitOffer, ...]
    texts: tuple[TextSet, ...]
    stills: tuple[PressPicture, ...]
    posters: tuple[PressPicture, ...]
    billing: Billing
    contacts: tuple[ContactGroup, ...]
    releases: tuple[Release, ...]
    terms: Text
    record: int

    @property
    def has_honours(self) -> bool:
        return bool(self.film.has_awards or self.film.selections)

    @property
    def pictures(self) -> tuple[PressPicture, ...]:
        return (*self.stills, *self.posters)


def make_area(
    document: Document,
    language: str,
    record: int,
    now: datetime,
    is_live: bool = True,
    is_by_link: bool = False,
    country: str = "",
) -> PressArea:
    """Return the area in a language, contacts for `country` first.

    `is_by_link` adds pictures for the press alone.
    """
    with translation.override(language):
        context = make_context(document, language, now)
        if is_by_link:
            context = _with_hidden(context, now)
        film = fill_sheet(context, now)
        paths = {link.code: link.path for link in film.languages} if is_live else {}
        return PressArea(
            film=film,
            kits=offered_kits(record, paths, language),
            texts=make_texts(film),
            stills=press_pictures(context, (Usage.STILL,), is_by_link),
            posters=press_pictures(context, (Usage.POSTER, Usage.TEASER), is_by_link),
            billing=make_billing(film),
            contacts=group_contacts(make_contacts(film), country, language),
            releases=tuple(live_releases(language, record, now)),
            terms=_read_terms(context),
            record=record,
        )


def _with_hidden(context: Context, now: datetime) -> Context:
    """Return the context with the pictures that a link of the press opens."""
    named = {row["image"] for row in context.document.get("images", [])}
    rows = Image.objects.for_press_link(now).filter(record__uuid__in=named)
    found = {str(image.record.uuid): image for image in rows.select_related("record")}
    lookups = replace(context.lookups, images={**context.lookups.images, **found})
    return replace(context, lookups=lookups)


def _read_terms(context: Context) -> Text:
    profile = Profile.objects.first()
    if profile is None:
        return EMPTY
    values = {code: getattr(profile, column("press_terms", code)) or "" for code in context.order}
    return choose_text(values, context.order)
