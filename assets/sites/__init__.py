"""The door for archived web sites: a ZIP or a folder in, one ZIP of our own order out.

Nothing is ever unpacked to disk: what is kept is one file, named by its content, from which pages
are read one by one.
"""

from assets.sites.accepting import AcceptedSite, accept_site, accept_site_folder
from assets.sites.archive import Archive, open_archive
from assets.sites.keeping import add_site, store_site

__all__ = [
    "AcceptedSite",
    "Archive",
    "accept_site",
    "accept_site_folder",
    "add_site",
    "open_archive",
    "store_site",
]
