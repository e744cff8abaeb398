"""The sheet of a microsite: what every page, preview and sitemap of it is made from."""

from microsites.sheet.build import make_microsite
from microsites.sheet.objects import MicrositeSheet

__all__ = ["MicrositeSheet", "make_microsite"]
