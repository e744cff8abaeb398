"""The person's portraits, today's and former ones, with their files, if nothing else uses them."""

import logging
from collections.abc import Iterable
from contextlib import suppress

from django.core.files.storage import default_storage
from django.db import transaction

from assets.models import Image
from assets.naming import large_name_of, original_name_of, rendition_name_of
from desk.erasing.report import ErasureReport
from desk.erasing.stored import rows_holding
from desk.models import ImportedDocument
from editorial.history.restoring import restore_from_bin
from editorial.models import Publication, Record, Reference, Revision
from people.models import Person

logger = logging.getLogger(__name__)


def portraits_of(person: Person) -> list[Image]:
    """Return the pictures that are, or once were, the person's portrait.

    Those in the bin come out of it, inside the open change: what is there can be erased.
    """
    documents = Revision.objects.filter(record=person.pk).values_list("document", flat=True)
    former = {document.get("facts", {}).get("portrait") for document in documents} - {None}
    for record in Record.objects.filter(uuid__in=former).exclude(binned_at=None):
        restore_from_bin(record)
    found = Image.objects.filter(record__uuid__in=former).select_related("record")
    images = {image.pk: image for image in found}
    if person.portrait is not None:
        images[person.portrait.pk] = person.portrait
    return list(images.values())


def erase_portraits(images: Iterable[Image], report: ErasureReport) -> None:
    """Delete each picture that nothing uses any more; note for the others what does."""
    for image in images:
        uses = uses_of(image)
        if uses:
            report.pictures_kept.append((str(image), uses))
        else:
            _erase_picture(image, report)


def uses_of(image: Image) -> list[str]:
    """Return what still needs the picture: rows, and documents of other records."""
    uses = []
    for relation in Image._meta.related_objects:
        rows = relation.related_model._base_manager.filter(**{relation.field.name: image.pk})
        uses += [f"{row._meta.verbose_name}: {row}" for row in rows[:5]]
    shown = Reference.objects.filter(target=image.pk).select_related("publication__record")
    keys = {str(reference.publication.record) for reference in shown}
    word = [str(image.uuid)]
    for model, name in (
        (Revision, "document"),
        (Publication, "parts"),
        (ImportedDocument, "document"),
    ):
        holders = rows_holding(model, name, word).exclude(record=image.pk)
        records = Record.objects.filter(pk__in=holders.values("record"))
        keys |= {str(record) for record in records}
    return [*uses, *sorted(keys)]


def _erase_picture(image: Image, report: ErasureReport) -> None:
    contents = _contents_of(image)
    record = image.record
    for imported in ImportedDocument.objects.iterator():
        files = {n: known for n, known in imported.files.items() if str(record.uuid) not in known}
        if files != imported.files:
            ImportedDocument.objects.filter(pk=imported.pk).update(files=files)
    image.delete()
    report.count(Image, 1)
    for label, number in record.delete()[1].items():
        report.tables[label] += number
    names = [
        name
        for sha256, extension in sorted(contents)
        if not _is_used_elsewhere(sha256)
        for name in stored_names(sha256, extension)
    ]
    report.files += names
    transaction.on_commit(lambda: delete_files(names))


def _contents_of(image: Image) -> set[tuple[str, str]]:
    """Return (SHA-256, extension) of the picture's file and of those it had before."""
    documents = Revision.objects.filter(record=image.pk).values_list("document", flat=True)
    facts = (document.get("facts", {}) for document in documents)
    former = {(f["sha256"], f.get("extension", "")) for f in facts if f.get("sha256")}
    return former | {(image.sha256, image.extension)}


def _is_used_elsewhere(sha256: str) -> bool:
    if Image.objects.filter(sha256=sha256).exists():
        return True
    return rows_holding(Revision, "document", [sha256]).exists()


def stored_names(sha256: str, extension: str) -> list[str]:
    """Return the names of the original and of all that was made of it, as far as it is there."""
    original = original_name_of(sha256, extension)
    names = [original] if default_storage.exists(original) else []
    for made in (rendition_name_of(sha256, 0, "jpg"), large_name_of(sha256, "")):
        folder, _slash, first = made.rpartition("/")
        prefix = first.partition("-")[0]
        with suppress(FileNotFoundError):
            listed = sorted(default_storage.listdir(folder)[1])
            names += [f"{folder}/{name}" for name in listed if name.startswith(f"{prefix}-")]
    return names


def delete_files(names: Iterable[str]) -> None:
    """Delete files; one that cannot be deleted is logged, and does not keep the others."""
    for name in names:
        try:
            default_storage.delete(name)
        except OSError:
            logger.exception("%s could not be deleted; delete it by hand", name)
