"""Accepted sites become files named by their content, and rows."""

from django.core.files.storage import default_storage

from assets.models import MediaFile
from assets.naming import site_name_of
from assets.sites.accepting import AcceptedSite
from assets.storing import write_upload


def store_site(accepted: AcceptedSite) -> None:
    """Write the archive under the name of its content; what is there already and whole stays."""
    name = site_name_of(accepted.sha256)
    write_upload(default_storage, name, accepted.sha256, accepted.file)


def add_site(accepted: AcceptedSite) -> MediaFile:
    """Store an accepted site and return its row; the same site is kept once."""
    store_site(accepted)
    return add_site_row(accepted)


def add_site_row(accepted: AcceptedSite) -> MediaFile:
    """Return the row of a site that lies in the storage."""
    found, _is_new = MediaFile.objects.get_or_create(
        kind=MediaFile.Kind.SITE,
        sha256=accepted.sha256,
        defaults={
            "extension": "zip",
            "original_name": accepted.original_name,
            "size": accepted.size,
            "state": MediaFile.State.AS_IS,
        },
    )
    return found
