"""The index of names: every name of every person and company, folded, word by word.

Legal names are for the desk alone: keys that nothing but a legal name has are not public. Derived
from the rows and renewed at the end of each change; it can be thrown away and made anew with
`index_names`. It goes with the record when a person is erased.
"""

from collections.abc import Iterable, Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.changes import Change
from editorial.models import Record
from people.spelling import name_key, spoken_words

CHUNK = 500
NAMED = ("person", "company")
# A name, and whether visitors find it.
Spelling = tuple[str, bool]


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
    is_public = models.BooleanField(default=False, editable=False)

    class Meta:
        app_label = "people"
        verbose_name = _("key of a name")
        verbose_name_plural = _("keys of names")
        # PostgreSQL searches beginnings only in an index that compares letter by letter.
        indexes = [
            models.Index(
                fields=["form", "key", "record", "is_public"],
                name="name_key_forwards",
                opclasses=["varchar_pattern_ops", "varchar_pattern_ops", "int8_ops", "bool_ops"],
            ),
            models.Index(
                fields=["backwards", "is_public"],
                name="name_key_backwards",
                opclasses=["varchar_pattern_ops", "bool_ops"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form}: {self.key}"


def index_touched(change: Change) -> None:
    """Renew the index of what a change has touched; films and pages have no names in it."""
    others = {pk for pk, kind in change.kinds.items() if kind not in NAMED}
    index_names((change.touched | change.deleted) - others)


def index_names(records: Iterable[int]) -> None:
    """Make the keys of these records anew; a record without rows has none."""
    wanted = sorted(records)
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        named = set(
            Record.objects.filter(pk__in=chunk, kind__in=NAMED).values_list("pk", flat=True)
        )
        if not named:
            continue
        NameKey.objects.filter(record__in=named).delete()
        names = names_of(named)
        NameKey.objects.bulk_create(
            NameKey(
                record_id=pk,
                form=form,
                key=key,
                backwards=key[::-1] if form == "word" else "",
                is_public=is_public,
            )
            for pk, spellings in names.items()
            for (form, key), is_public in sorted(_pairs_of(spellings).items())
        )


def names_of(records: Iterable[int]) -> dict[int, list[Spelling]]:
    """Return all names of people and companies by record, each with whether visitors find it."""
    # The models import this module.
    from people.models import Company, Person, PersonName

    ids = list(records)
    names: dict[int, list[Spelling]] = {}
    for pk, name in Person.objects.filter(pk__in=ids).values_list("pk", "name"):
        names[pk] = [(name, True)]
    others = PersonName.objects.filter(person__in=ids)
    for pk, name, kind in others.values_list("person_id", "name", "kind"):
        names.setdefault(pk, []).append((name, kind != PersonName.Kind.LEGAL))
    companies = Company.objects.filter(pk__in=ids)
    for pk, name, spellings in companies.values_list("pk", "name", "other_names"):
        texts = [name, *(text for text in spellings or () if isinstance(text, str))]
        names[pk] = [(text, True) for text in texts]
    return names


def _pairs_of(spellings: Iterable[Spelling]) -> dict[tuple[str, str], bool]:
    """Return the keys of a record; what one public name has is public."""
    pairs: dict[tuple[str, str], bool] = {}
    for name, is_public in spellings:
        for pair in keys_of(name):
            pairs[pair] = pairs.get(pair, False) or is_public
    return pairs


def keys_of(name: str) -> Iterator[tuple[str, str]]:
    """Yield (form, key) of one name."""
    if key := name_key(name):
        yield NameKey.Form.NAME.value, key
    for word, sounds in spoken_words(name).items():
        yield NameKey.Form.WORD.value, word
        for sound in sounds:
            yield NameKey.Form.SOUND.value, sound[:200]
