"""An old site that was deleted or replaced comes back as the film's history has it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from assets.models import MediaFile
from editorial.models import Revision
from films.models import Film
from microsites.models import ArchivedSite

# Revisions that are looked through, the newest first.
MOST = 50


def bring_back(film: Film, file: str) -> ArchivedSite:
    """Give the film this archive again. Raises ValidationError if it never had it, or long ago."""
    desk = Revision.objects.filter(record=film.pk, line=Revision.Line.DESK).order_by("-pk")
    for revision in desk[:MOST]:
        for row in revision.document.get("archived_sites", []):
            if row["file"] == file:
                return _save(film, row)
    raise ValidationError(_("The history of the film does not have it any more."))


def _save(film: Film, row: dict[str, Any]) -> ArchivedSite:
    kept = MediaFile.objects.filter(uuid=row["file"], kind=MediaFile.Kind.SITE).first()
    if kept is None:
        raise ValidationError(_("The history of the film does not have it any more."))
    site = ArchivedSite.objects.filter(film=film).first() or ArchivedSite(
        film=film, uuid=row["uuid"]
    )
    site.file, site.adds_viewport = kept, row.get("adds_viewport", True)
    site.save()
    return site
