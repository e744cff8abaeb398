"""What the desk remembers of folders it has read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import Record


class ImportedDocument(models.Model):
    """What a folder said about a record when it was last imported.

    The common ancestor of the next import's three-way merge: changed only in the folder =
    updated, only by hand = kept, both = kept and reported.
    """

    record = models.OneToOneField(Record, models.CASCADE, related_name="imported")
    document = models.JSONField(_("document"))
    files = models.JSONField(
        _("files"),
        default=dict,
        help_text=_("By file name, the content (SHA-256) and the picture it became."),
    )
    imported_at = models.DateTimeField(_("imported"), auto_now=True)

    class Meta:
        verbose_name = _("imported document")
        verbose_name_plural = _("imported documents")

    def __str__(self):
        return str(self.record)
