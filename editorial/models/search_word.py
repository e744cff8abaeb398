"""The words of search texts, so that the search reads an index and never the texts.

Derived from `Publication.search_text` and written with it; they can be thrown away and made anew.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from editorial.spelling import LONGEST_WORD, Section, words_of

if TYPE_CHECKING:
    from editorial.models.window import Publication

ROWS_AT_ONCE = 2_000


class SearchWord(models.Model):
    """One word of a text that is or will be live, with the best section in which it stands.

    `record_id`, `kind` and `language` are those of the publication: they lead to the index that
    knows what is live, past the wide rows of publications.
    """

    section = models.PositiveSmallIntegerField(choices=[(s.value, s.name) for s in Section])
    word = models.CharField(max_length=LONGEST_WORD)
    language = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=12)
    record_id = models.BigIntegerField()
    publication = models.ForeignKey(
        "editorial.Publication", models.CASCADE, related_name="search_words", editable=False
    )

    class Meta:
        default_permissions = ()
        indexes = [
            # The texts that have a word, or a word that begins so, by section.
            models.Index(
                fields=["section", "word", "language", "kind", "record_id", "publication"],
                name="search_word",
                # PostgreSQL searches beginnings only in an index that compares letter by letter.
                opclasses=[
                    "int2_ops", "varchar_pattern_ops", "varchar_ops", "varchar_ops", "int8_ops",
                    "int8_ops",
                ],
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.word}"


class KnownWord(models.Model):
    """Each word that some text has: in it a piece of a compound is looked for."""

    word = models.CharField(max_length=LONGEST_WORD, primary_key=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.word


def write_words(publications: Iterable["Publication"]) -> None:
    """Make the words of these publications anew; what is past has none."""
    listed = list(publications)
    SearchWord.objects.filter(publication__in=[one.pk for one in listed]).delete()
    made = [row for publication in listed for row in _rows_of(publication)]
    # Always all of them: one that another process just takes for unused comes back.
    words = sorted({row.word for row in made})
    KnownWord.objects.bulk_create(
        (KnownWord(word=word) for word in words), ROWS_AT_ONCE, ignore_conflicts=True
    )
    SearchWord.objects.bulk_create(made, ROWS_AT_ONCE)


def _rows_of(publication: "Publication") -> Iterator[SearchWord]:
    if publication.is_past(timezone.now()):
        return
    for word, section in words_of(publication.search_text).items():
        yield SearchWord(
            section=section,
            word=word,
            language=publication.language,
            kind=publication.kind,
            record_id=publication.record_id,
            publication=publication,
        )


def drop_unused_words() -> None:
    """Forget the words that no text has any more, names of erased people among them."""
    used = SearchWord.objects.filter(word=OuterRef("word"), section__in=Section)
    KnownWord.objects.exclude(Exists(used)).delete()
