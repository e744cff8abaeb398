"""What an editor enters for a film's microsite: part of the film's document."""

from microsites.models.addresses import ArchivedSite, Domain
from microsites.models.pages import Block, Entry, MicrositePage
from microsites.models.theme import Theme

__all__ = ["ArchivedSite", "Block", "Domain", "Entry", "MicrositePage", "Theme"]
