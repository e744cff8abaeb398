"""Files that are there already: pictures, trailers and documents in use; styles and scripts."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.utils import timezone

from assets.enlarging import enlarge_image, large_name
from assets.gate import public_until
from assets.models import Image
from assets.naming import content_of
from assets.serving import PUBLIC_NAMES

LARGE, STYLES = "large/", "styles/"


class Stored:
    """What the media gate says of a content is asked once: its sizes are public together."""

    def __init__(self, static_root: str) -> None:
        self.static_root = Path(static_root)
        self._public: dict[tuple[str, str], datetime | None] = {}

    def is_file(self, name: str) -> bool:
        """Tell whether a name below `/media/` is a file that anybody may have."""
        if not PUBLIC_NAMES.fullmatch(name) or name.startswith(LARGE):
            return False
        # A video as it came is never public, what was made of it is.
        key = (content_of(name), name.partition("/")[0] + str("-" in name))
        if key not in self._public:
            self._public[key] = public_until(name, timezone.now())
        return self._public[key] is not None

    def find_static(self, name: str) -> Path | None:
        """Return a file of style, script or font: as collected, else as it lies in its app."""
        collected = self.static_root / name
        if ".." not in Path(name).parts and collected.is_file():
            return collected
        found = finders.find(name)
        return Path(found) if found else None


def make_large(name: str) -> bool:
    """Make a picture in full size unless it is there; tell whether it is there now.

    The gate has allowed it. A web server leaves large ones to the background, an export can wait.
    """
    if not default_storage.exists(name):
        found = Image.objects.filter(sha256__startswith=content_of(name))
        image = next((image for image in found if large_name(image) == name), None)
        if image is not None:
            with suppress(OSError):
                enlarge_image.call(image.pk)
    return default_storage.exists(name)


def path_in_storage(name: str) -> Path | None:
    """Return where a stored file lies on this machine; None where the storage is another's."""
    try:
        return Path(default_storage.path(name))
    except NotImplementedError:
        return None
