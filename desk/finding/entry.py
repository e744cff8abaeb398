"""The index of the desk's search: a line for everything that has a form, folded for comparison."""

from django.db import models

from editorial.models import Record

LONGEST_TITLE = 250


class SearchEntry(models.Model):
    """What one form can be found by. Derived from the rows; it can be thrown away and made anew.

    `text` holds names, titles, captions and numbers in all languages, `prose` the beginning of
    longer texts; both are folded by `people.spelling.fold`, a space before each word. What
    belongs to a record goes with it, so that an erased person is found no more.
    """

    kind = models.CharField(max_length=12)
    object_id = models.BigIntegerField()
    record = models.ForeignKey(
        Record, models.CASCADE, null=True, related_name="search_entries", editable=False
    )
    title = models.CharField(max_length=LONGEST_TITLE)
    note = models.CharField(max_length=LONGEST_TITLE, blank=True)
    text = models.TextField()
    prose = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="search_entry_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"
