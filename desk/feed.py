"""What is new on the site in one language, for feed readers (Atom, RFC 4287)."""

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from editorial.memory import remember
from editorial.models import Publication
from editorial.prose import plain_text
from editorial.publishing.window import first_moment, live_facts
from editorial.xml_text import fit_for_xml
from pages.absolute import absolute
from pages.chrome import chrome_for
from pages.fresh import answer_fresh
from pages.rendering import open_window
from pages.social import CardPicture, card_picture
from pages.tiles import make_tiles

TYPE = "application/atom+xml; charset=utf-8"
KINDS = ("film", "page")
MOST_ENTRIES = 30
LONGEST_SUMMARY = 500
# What says in short what is new, the best first.
TEXTS = ("synopsis_short", "logline", "seo_description", "synopsis_medium", "synopsis_long", "body")


@dataclass(frozen=True)
class Entry:
    """A film or page that went live. `identifier` stays, whatever becomes of its address."""

    identifier: UUID
    title: str
    url: str
    summary: str
    published_at: datetime
    changed_at: datetime
    picture: CardPicture | None


def feed(request: HttpRequest, language: str) -> HttpResponse:
    """The newest films and pages of a language; 404 while nothing is live in it."""
    open_window()
    xml, changed = remember(("feed", language), lambda: build_feed(language))
    if changed is None:
        raise Http404
    return answer_fresh(request, xml, TYPE, changed)


def build_feed(language: str) -> tuple[str, datetime | None]:
    """Return the feed and when it last changed; nothing while nothing is live."""
    entries = find_entries(language, timezone.now())
    if not entries:
        return "", None
    return write_feed(entries, language), max(entry.changed_at for entry in entries)


def find_entries(language: str, now: datetime) -> list[Entry]:
    """Return what first went live last. What was only changed keeps its place. Five queries."""
    first = first_moment(language, now)
    live = Publication.objects.live(now).filter(language=language, kind__in=KINDS)
    newest = live.select_related("record").defer("search_text").annotate(first_at=first)
    listed = list(newest.order_by("-first_at", "-pk")[:MOST_ENTRIES])
    facts = live_facts([publication.record_id for publication in listed], now)
    films = [publication for publication in listed if publication.kind == "film"]
    tiles = {tile.record_id: tile for tile in make_tiles(films, language)}
    entries = []
    for publication in listed:
        record = publication.record_id
        if record in facts:
            tile = tiles.get(record)
            picture = card_picture(tile.picture, tile.alt) if tile else None
            changed = max(publication.publish_at, facts[record].publish_at)
            entries.append(_make(publication, changed, picture))
    return entries


def _make(publication: Any, changed: datetime, picture: CardPicture | None) -> Entry:
    texts = publication.texts.get("facts", {})
    text = next((texts[name] for name in TEXTS if texts.get(name)), "")
    return Entry(
        identifier=uuid5(publication.record.uuid, publication.language),
        title=publication.title,
        url=absolute(reverse("address", args=[publication.language, publication.path])),
        summary=plain_text(text, LONGEST_SUMMARY),
        published_at=publication.first_at,
        changed_at=changed,
        picture=picture,
    )


class PictureFeed(Atom1Feed):
    """Atom with a picture for each entry. Its size in bytes is left out: nobody opens the file."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["picture"]:
            link = {"rel": "enclosure", "type": "image/jpeg", "href": absolute(item["picture"].url)}
            handler.addQuickElement("link", "", link)


def write_feed(entries: list[Entry], language: str) -> str:
    chrome = chrome_for(language)
    address = settings.SITE_URL + reverse("feed", args=[language])
    made = PictureFeed(
        title=fit_for_xml(chrome.company),
        subtitle=fit_for_xml(chrome.claim) or None,
        link=settings.SITE_URL + reverse("home", args=[language]),
        description="",
        language=language,
        author_name=fit_for_xml(chrome.company),
        feed_url=address,
        feed_guid=address,
    )
    for entry in entries:
        made.add_item(
            title=fit_for_xml(entry.title),
            link=entry.url,
            # Readers take a summary for HTML.
            description=escape(fit_for_xml(entry.summary), quote=False),
            unique_id=entry.identifier.urn,
            pubdate=entry.published_at,
            updateddate=entry.changed_at,
            picture=entry.picture,
        )
    return made.writeString("utf-8")
