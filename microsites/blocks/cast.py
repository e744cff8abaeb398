"""The cast, from the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from films.sheet.objects import NameSheet, PictureSheet
from microsites.blocks.base import BlockKind
from microsites.initials import initials_of
from microsites.sheet.objects import BlockSheet, MicrositeSheet


@dataclass(frozen=True)
class Member:
    """A name of the cast; without a portrait, cards show the initials."""

    name: NameSheet
    portrait: PictureSheet | None
    initials: str


class Cast(BlockKind):
    key = "cast"
    label = _("Cast")
    help = _("Names and characters, from the record.")
    fields = ("heading", "text", "amount")
    variants = (
        ("list", _("List with characters")),
        ("cards", _("Cards with portraits")),
        ("compact", _("In one line")),
    )
    is_from_record = True

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        names = site.film.cast[: block.amount or None]
        if not names:
            return None
        members = tuple(_member(name, site) for name in names)
        form = self.variant_of(block)
        if form == "cards" and not any(member.portrait for member in members):
            form = "list"
        return {
            "form": form,
            "names": names,
            "members": members,
            "shared_credit": _shared_credit(members),
        }

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return gettext("Cast")


def _shared_credit(members: tuple[Member, ...]) -> str:
    """Return the credit of all portraits, to stand once; '' if they differ."""
    credits = {member.portrait.credit for member in members if member.portrait}
    return credits.pop() if len(credits) == 1 else ""


def _member(name: NameSheet, site: MicrositeSheet) -> Member:
    profile = site.profiles.get(name.slug) if name.kind == "person" else None
    portrait = profile.portrait if profile else None
    return Member(name, portrait, initials_of(name.shown_name))
