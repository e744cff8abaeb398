"""All stills of a press area as one ZIP, packed while it is sent: memory holds a piece of one."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _

from assets.enlarging import find_large
from assets.models import Image
from assets.serving import CHUNK_BYTES, RETRY_SECONDS, WHOLE_AT_ONCE
from press.area import PressArea

# The day that ZIP begins to count from: the same stills make the same file.
NO_DAY = (1980, 1, 1, 0, 0, 0)
TYPE = "application/zip"


@dataclass(frozen=True)
class Member:
    """A file of the ZIP: its name there, and what is in it: text, or where it is stored."""

    name: str
    path: str = ""
    text: str = ""

    def open(self) -> IO[bytes]:
        return default_storage.open(self.path) if self.path else ContentFile(self.text.encode())


def stills_name(key: str) -> str:
    return f"{key}_stills.zip"


def send_stills(request: HttpRequest, area: PressArea, key: str) -> HttpResponseBase:
    """Answer with the stills that the area shows; a few at a time, others are to come again."""
    headers = {
        "Content-Disposition": f'attachment; filename="{stills_name(key)}"',
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    if request.method == "HEAD":
        return HttpResponse(content_type=TYPE, headers=headers)
    members = find_members(area)
    if not WHOLE_AT_ONCE.acquire(blocking=False):
        return HttpResponse(status=503, headers={"Retry-After": str(RETRY_SECONDS)})
    return StreamingHttpResponse(Packing(members, WHOLE_AT_ONCE), TYPE, headers=headers)


def find_members(area: PressArea) -> list[Member]:
    """Return the pictures in full size under their names, and their words beside them."""
    keys = [picture.sheet.key for picture in area.stills]
    rows = Image.objects.filter(record__key__in=keys).select_related("record")
    images = {image.record.key: image for image in rows}
    pictures = [Member(p.name, find_large(images[p.sheet.key])) for p in area.stills]
    return [Member("README.txt", text=_write_words(area)), *pictures]


def _write_words(area: PressArea) -> str:
    with translation.override(area.film.language):
        lines = [_("Stills: %(film)s") % {"film": area.film.title.value}, ""]
        for picture in area.stills:
            words = (picture.name, picture.sheet.caption.value, picture.sheet.credit)
            lines += [*filter(None, words), ""]
        if area.terms:
            lines += [_("Terms of use"), area.terms.plain, ""]
    return "\r\n".join(lines)


class Packing:
    """The bytes of the ZIP, piece by piece; gives back its place at the end."""

    def __init__(self, members: list[Member], place: BoundedSemaphore | None = None) -> None:
        self.members = members
        self.place = place
        self.waiting = bytearray()

    def write(self, data: bytes) -> int:
        """Take what the archive writes. It cannot go back, so it adds sizes after each file."""
        self.waiting += data
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""

    def __iter__(self) -> Iterator[bytes]:
        with zipfile.ZipFile(self, "w", zipfile.ZIP_STORED) as archive:  # type: ignore[call-overload]
            for member in self.members:
                with member.open() as source, archive.open(_describe(member), "w") as target:
                    while chunk := source.read(CHUNK_BYTES):
                        target.write(chunk)
                        yield self._take()
        yield self._take()

    def _take(self) -> bytes:
        taken = bytes(self.waiting)
        self.waiting.clear()
        return taken

    def close(self) -> None:
        place, self.place = self.place, None
        if place is not None:
            place.release()


def _describe(member: Member) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(member.name, NO_DAY)
    info.external_attr = 0o644 << 16
    return info
