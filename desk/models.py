"""What the desk remembers of folders it has read."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from desk.accounts.failed_login import FailedLogin as FailedLogin
from desk.erasing.register_model import Erasure as Erasure
from desk.finding.entry import SearchEntry as SearchEntry
from desk.jobs.worker_row import WorkerRow as WorkerRow
from editorial.models import Record, Revision
from editorial.moments import short_moment


class ImportedDocument(models.Model):
    """What a folder said about a record when it was last imported.

    The common ancestor of the next import's three-way merge: changed only in the folder =
    updated, only by hand = kept, both = kept and reported.
    """

    class Layout(models.TextChoices):
        FOLDER = "folder", _("front matter")
        EXPORT = "export", _("export")

    record = models.ForeignKey(Record, models.CASCADE, related_name="imported")
    layout = models.CharField(
        _("layout"), max_length=10, choices=Layout.choices, default=Layout.FOLDER
    )
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
        constraints = [
            models.UniqueConstraint(fields=["record", "layout"], name="imported_once_a_layout")
        ]

    def __str__(self):
        return str(self.record)


class ImportRun(models.Model):
    """One run of an import: what it reported, and what undoing it needs."""

    started_at = models.DateTimeField(_("time"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("user"),
    )
    folder = models.CharField(_("folder"), max_length=250)
    report = models.JSONField(_("report"), default=dict)
    restore_point = models.CharField(_("restore point"), max_length=250, blank=True)
    added = models.JSONField(
        _("added rows"), default=list, help_text=_("Model and number of new rows without a record.")
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("undone by"),
    )

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.folder}, {short_moment(self.started_at)}"

    @property
    def counts(self) -> dict[str, int]:
        """How many items were created, updated, unchanged, failed, and how many problems."""
        return self.report.get("counts", {})


class ImportEntry(models.Model):
    """A record that a run created or changed, with its revisions before and after.

    `memory` is what the folder had said until then, None where it was new.
    """

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="entries")
    record = models.ForeignKey(Record, models.CASCADE, related_name="+")
    is_new = models.BooleanField(_("new"))
    before = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")
    after = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")
    memory = models.JSONField(_("former memory"), null=True)

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        constraints = [models.UniqueConstraint(fields=["run", "record"], name="import_entry_once")]

    def __str__(self):
        return str(self.record)
