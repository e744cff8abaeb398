"""The index of names: every name of every person and company, folded, word by word.

Derived from the rows and renewed at the end of each change; it can be thrown away and made anew
with `index_names`. It goes with the record when a person is erased.
"""

from collections.abc import Iterable, Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.changes import Change
from editorial.models import Record
from people.spelling import joined_words_of, name_key, sounds_of, words_of

CHUNK = 500


class NameKey(models.Model):
    """One folded name, word or sound of a record."""

    class Form(models.TextChoices):
        NAME = "name"
        WORD = "word"
        SOUND = "sound"

    record = models.ForeignKey(Record, models.CASCADE, related_name="name_keys", editable=False)
    form = models.CharField(max_length=5, choices=Form.choices, editable=False)
    key = models.CharField(max_length=200, editable=False)
    backwards = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        app_label = "people"
        verbose_name = _("key of a name")
        verbose_name_plural = _("keys of names")
        # PostgreSQL searches beginnings only in an index that compares letter by letter.
        indexes = [
            models.Index(
                fields=["form", "key", "record"],
                name="name_key_forwards",
                opclasses=["varchar_pattern_ops", "varchar_pattern_ops", "int8_ops"],
            ),
            models.Index(
                fields=["backwards"], name="name_key_backwards", opclasses=["varchar_pattern_ops"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form}: {self.key}"


def index_touched(change: Change) -> None:
    """Renew the index of what a change has touched; films and pages have no names in it."""
    index_names(change.touched | change.deleted)


def index_names(records: Iterable[int]) -> None:
    """Make the keys of these records anew; a record without rows has none."""
    wanted = sorted(records)
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        named = set(
            Record.objects.filter(pk__in=chunk, kind__in=("person", "company")).values_list(
                "pk", flat=True
            )
        )
        if not named:
            continue
        NameKey.objects.filter(record__in=named).delete()
        names = names_of(named)
        NameKey.objects.bulk_create(
            NameKey(record_id=pk, form=form, key=key, backwards=key[::-1] if form == "word" else "")
            for pk, spellings in names.items()
            for form, key in sorted({pair for name in spellings for pair in keys_of(name)})
        )


def names_of(records: Iterable[int]) -> dict[int, list[str]]:
    """Return all names of people and companies by record."""
    # The models import this module.
    from people.models import Company, Person, PersonName

    ids = list(records)
    names: dict[int, list[str]] = {}
    for pk, name in Person.objects.filter(pk__in=ids).values_list("pk", "name"):
        names[pk] = [name]
    others = PersonName.objects.filter(person__in=ids)
    for pk, name in others.values_list("person_id", "name"):
        names.setdefault(pk, []).append(name)
    companies = Company.objects.filter(pk__in=ids)
    for pk, name, spellings in companies.values_list("pk", "name", "other_names"):
        names[pk] = [name, *(text for text in spellings or () if isinstance(text, str))]
    return names


def keys_of(name: str) -> Iterator[tuple[str, str]]:
    """Yield (form, key) of one name."""
    if key := name_key(name):
        yield NameKey.Form.NAME.value, key
    for word in {*words_of(name), *joined_words_of(name)}:
        yield NameKey.Form.WORD.value, word
        for sound in sounds_of(word):
            yield NameKey.Form.SOUND.value, sound[:200]
