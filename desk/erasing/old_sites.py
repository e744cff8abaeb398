"""Pages of old sites that name the person: nobody changes them, so a human replaces the archive."""

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from assets.models import MediaFile
from assets.object_store import StoreAway
from assets.sites import Archive, open_archive
from assets.sites.types import is_text
from desk.erasing.report import Finding
from desk.erasing.spelling import Names
from microsites.archive.findings import MAX_TEXT_BYTES
from microsites.archive.links import take_apart
from microsites.archive.texts import decode

TAG = re.compile(r"<[^<>]{0,4000}>")


def find_in_old_sites(names: Names) -> list[Finding]:
    """Return the sentences of all kept archives, also of those that only history refers to."""
    sites = MediaFile.objects.filter(kind=MediaFile.Kind.SITE).order_by("pk")
    found = []
    for file in sites.prefetch_related("archived_sites__film__record"):
        site = file.archived_sites.first()
        record = str(site.film.record) if site else str(file)
        address = reverse("microsite_desk_archive", args=[site.film_id]) if site else ""
        cell = (MediaFile._meta.db_table, str(file.pk), "sha256")
        for page, sentence in _sentences(file.sha256, names):
            where = "desk" if site else "history"
            label = _("Old site: %(page)s") % {"page": page}
            found.append(
                Finding(record, where, "", "archived_sites.file", label, sentence, address, [cell])
            )
    return found


def _sentences(sha256: str, names: Names) -> Iterator[tuple[str, str]]:
    try:
        archive = open_archive(sha256)
        yield from _read(archive, names)
    except StoreAway:  # it may well be there, with the name in it
        raise
    except (OSError, ValidationError):  # lost or damaged: nobody can read it
        return


def _read(archive: Archive, names: Names) -> Iterator[tuple[str, str]]:
    for page, member in sorted(archive.members.items()):
        if not is_text(page) or member.size > MAX_TEXT_BYTES:
            continue
        text = " ".join(TAG.sub(" ", take_apart(decode(archive.read(member)))[0]).split())
        for sentence in dict.fromkeys(names.sentences(text)):
            yield page, sentence
