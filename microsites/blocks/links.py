"""Where the film can be watched or bought: the record's links and those entered here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.texts import EMPTY, Text
from films.choices import LinkKind
from films.sheet import FilmSheet
from microsites.blocks.base import BlockKind
from microsites.choices import CallKind
from microsites.phases import Phase
from microsites.sheet.objects import BlockSheet, EntrySheet, MicrositeSheet

# What people look for first.
ORDER = (CallKind.TICKETS, CallKind.WATCH, CallKind.BUY, CallKind.OTHER)
KINDS = {LinkKind.WATCH.value: CallKind.WATCH, LinkKind.SHOP.value: CallKind.BUY}


@dataclass(frozen=True)
class Offer:
    """A link with the site it opens and the country it is good for ('': everywhere)."""

    kind: str
    label: Text
    url: str
    host: str
    country: str = ""
    text: Text = EMPTY


@dataclass(frozen=True)
class Group:
    """The offers of one kind. A single group needs no heading."""

    key: str
    label: str
    offers: tuple[Offer, ...]


class Links(BlockKind):
    key = "links"
    label = _("Shops and streaming")
    help = _(
        "The film’s links to watch and to buy come by themselves. Others may be good for one "
        "country, and end on a day."
    )
    fields = ("heading", "text")
    entry_fields = ("title", "url", "kind", "country", "text", "ends_on")
    entries_label = _("Further links")
    leads_in = ("home",)

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        groups = _groups(block, site)
        return {"groups": groups} if groups else None

    def leads(self, block: BlockSheet, phase: Phase) -> bool:
        """Tell whether the film is to be had here; mere links, such as to its fans, stay put."""
        kinds = {entry.kind or CallKind.OTHER for entry in block.entries if entry.url}
        return kinds != {CallKind.OTHER} and super().leads(block, phase)

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        groups = _groups(block, site)
        return groups[0].label if len(groups) == 1 else gettext("Watch and buy")


def _groups(block: BlockSheet, site: MicrositeSheet) -> list[Group]:
    entered = [_from_entry(entry) for entry in block.entries if entry.url]
    known = {offer.url for offer in entered}
    # Until the film is at home, nobody is told to watch it there.
    recorded = _from_record(site.film) if site.phase.has_offers else ()
    offers = [*(offer for offer in recorded if offer.url not in known), *entered]
    labels = {
        CallKind.TICKETS: gettext("Tickets"),
        CallKind.WATCH: gettext("Watch at home"),
        CallKind.BUY: gettext("Buy"),
        CallKind.OTHER: gettext("Links"),
    }
    groups = (
        Group(kind, labels[kind], tuple(o for o in offers if o.kind == kind)) for kind in ORDER
    )
    return [group for group in groups if group.offers]


def _from_record(film: FilmSheet) -> Iterable[Offer]:
    for link in film.links:
        if link.kind in KINDS:
            yield Offer(KINDS[link.kind], Text(link.label), link.url, link.host)


def _from_entry(entry: EntrySheet) -> Offer:
    country = entry.country.name if entry.country else ""
    label = entry.title or Text(entry.host)
    return Offer(entry.kind or CallKind.OTHER, label, entry.url, entry.host, country, entry.text)
