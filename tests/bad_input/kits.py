"""Press kits, built and downloaded by an editor in the admin, and what can be read in them."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zipfile import ZipFile

from django.urls import reverse
from pypdf import PdfReader

from films.models import Film
from press.building.building import build
from press.kit.formats import FORMATS
from press.models import Kit
from tests.bad_input.doors import editor

# RFC 6266 with nothing but characters that need no quoting, so that no `filename*` is needed.
HEADER = re.compile(r'attachment; filename="[a-z0-9][a-z0-9_-]*\.(pdf|docx|zip)"')


class NotBuilt(Exception):
    """A kit was not built; the text says why."""


@dataclass(frozen=True)
class Built:
    """A downloaded file with the name it came under."""

    format: str
    disposition: str
    data: bytes

    @property
    def archive(self) -> ZipFile:
        return ZipFile(io.BytesIO(self.data))


def build_kits(film: Film, formats: Iterable[str] = (), edition: str = "en") -> list[Built]:
    """Press the button, work as the worker does, and download; all formats where none is named.

    Raises `NotBuilt`.
    """
    client = editor()
    wanted = list(formats) or [format.value for format in FORMATS]
    data = {"editions": [edition], "formats": wanted}
    answer = client.post(reverse("press_kits", args=[film.pk]), data)
    if answer.status_code != 302:
        raise NotBuilt(f"the form answers {answer.status_code}")
    for number in Kit.objects.filter(record=film.record, state="waiting").values_list("pk"):
        build(*number)
    built = []
    for kit in Kit.objects.filter(record=film.record).order_by("pk"):
        file = client.get(reverse("press_kit_download", args=[film.pk, kit.pk]))
        if (kit.state, file.status_code) != ("ready", 200):
            raise NotBuilt(f"{kit.format} is {kit.state}: {kit.problem}, {file.status_code}")
        content = b"".join(file.streaming_content)
        built.append(Built(kit.format, file.headers["Content-Disposition"], content))
    if len(built) != len(wanted):
        raise NotBuilt(f"{len(built)} kits for {len(wanted)} formats")
    return built


def read_texts(kits: Iterable[Built]) -> dict[str, str]:
    """Return the words of every document, text and table, by name."""
    texts = {}
    for kit in kits:
        for name, data in _files_of(kit.format, kit.data):
            if data.startswith(b"%PDF"):
                texts[name] = "\n".join(
                    page.extract_text() for page in PdfReader(_file(data)).pages
                )
            elif name.endswith((".txt", ".csv", ".xml")):
                texts[name] = data.decode("utf-8-sig")
    return texts


def read_pictures(kits: Iterable[Built]) -> dict[str, bytes]:
    """Return every picture that lies in a kit or in one of its documents, by name."""
    pictures = {}
    for kit in kits:
        for name, data in _files_of(kit.format, kit.data):
            if name.endswith((".jpg", ".jpeg", ".png")):
                pictures[name] = data
            elif data.startswith(b"%PDF"):
                for number, page in enumerate(PdfReader(_file(data)).pages):
                    for image in page.images:
                        pictures[f"{name}:{number}:{image.name}"] = image.data
    return pictures


def _files_of(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file, or all those in it if it is an archive, as Word's and Excel's are."""
    if not data.startswith(b"PK"):
        yield name, data
        return
    with ZipFile(_file(data)) as archive:
        for inner in archive.namelist():
            yield from _files_of(f"{name}/{inner}", archive.read(inner))


def _file(data: bytes) -> io.BytesIO:
    return io.BytesIO(data)
