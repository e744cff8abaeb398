"""Where files to take away stand."""

from django.core.files.storage import default_storage

from assets.models import MediaFile
from assets.naming import document_name_of


def download_url(file: MediaFile) -> str:
    """Return the address under the media gate; named by content, so it never changes."""
    return default_storage.url(document_name_of(file.sha256, file.extension))
