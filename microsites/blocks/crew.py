"""The crew, from the record."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from films.sheet.objects import FilmSheet, RoleSheet
from microsites.blocks.base import BlockKind
from microsites.sheet.objects import BlockSheet, MicrositeSheet
from people.role_words import role_rank


class Crew(BlockKind):
    key = "crew"
    label = _("Crew")
    help = _(
        "Roles and names, from the record. The number is that of the roles in table and text, "
        "the most important first."
    )
    fields = ("heading", "text", "amount")
    variants = (
        ("departments", _("By department")),
        ("table", _("Table in two columns")),
        ("compact", _("Running text")),
    )
    is_from_record = True

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        roles = rank_roles(site.film)
        if not roles:
            return None
        return {
            "form": self.variant_of(block),
            "departments": site.film.departments,
            "roles": roles[: block.amount or None],
        }

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return gettext("Crew")


def rank_roles(film: FilmSheet) -> tuple[RoleSheet, ...]:
    """Return all roles of the crew, the director first; those only known as printed last."""
    return tuple(sorted(film.crew, key=lambda role: role_rank(role.key)))
