"""Trailers: the file where it is small enough to be sent around, else its address."""

import shutil
from functools import partial
from typing import IO
from urllib.parse import urljoin

from django.core.files.storage import default_storage

from assets.naming import extension_of
from films.sheet.objects import TrailerSheet
from press.kit.contents import KitContents, site_url
from press.kit.zip.packing import Writer

MAX_BYTES = 200 * 1024 * 1024


def list_trailers(contents: KitContents) -> dict[str, Writer]:
    """Return one file per trailer of the leading language."""
    files: dict[str, Writer] = {}
    for number, trailer in enumerate(contents.main.film.trailers, start=1):
        stem = f"trailer/{contents.key}_trailer_{number:02d}"
        stored = _stored(trailer)
        if stored:
            files[f"{stem}.{extension_of(stored)}"] = partial(_copy, stored)
        elif address := _address(trailer):
            told = f"{' '.join(trailer.title.split())}\n{address}\n"
            files[f"{stem}.txt"] = partial(_tell, told)
    return files


def _stored(trailer: TrailerSheet) -> str:
    """Return the name of the file in the storage, '' if there is none or it is too large.

    One that is lost keeps its name: it is missed when the kit is packed.
    """
    name = trailer.url.removeprefix(default_storage.url("")) if trailer.url else ""
    if not name:
        return ""
    try:
        return name if default_storage.size(name) < MAX_BYTES else ""
    except FileNotFoundError:
        return name


def _address(trailer: TrailerSheet) -> str:
    if trailer.elsewhere:
        return trailer.elsewhere.url
    return urljoin(site_url(), trailer.url) if trailer.url else ""


def _copy(name: str, target: IO[bytes]) -> None:
    with default_storage.open(name) as file:
        shutil.copyfileobj(file, target)


def _tell(text: str, target: IO[bytes]) -> None:
    target.write(text.encode("utf-8", "replace"))
