"""Films of one batch: few questions for all of them, and none of them costs the others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk.importing.folder import read_folder
from desk.loading import LoadOptions, load_folder
from editorial.models import Record, Revision
from editorial.prose import MAX_COSTLY
from films.models import Credit, Film
from people.models import Person

pytestmark = pytest.mark.django_db
TEXT = (
    "---\ntitle: Ferry {n}\ncategory: short\ndirector: Ada Lindqvist\ncast:\n  - Mart {name}\n---\n"
)
# One that no form would take: the text is checked when the film is written.
REFUSED = f"---\ntitle: Ferry\ncategory: short\n---\n{'[' * (MAX_COSTLY + 1)}\n"


def load(root, numbers, refused=()):
    for n in numbers:
        place = root / "films" / f"ferry-{n}"
        place.mkdir(parents=True)
        text = REFUSED if n in refused else TEXT.format(n=n, name=chr(65 + n % 26) * (4 + n // 26))
        (place / "index_en.md").write_text(text, encoding="utf-8")
    return load_folder(read_folder(root, ["en", "de"]), LoadOptions())


def test_batch_gives_every_film_its_rows_and_one_revision(tmp_path):
    report = load(tmp_path, range(5))

    assert [item.status for item in report.films] == ["created"] * 5
    assert Credit.objects.count() == 10
    assert Person.objects.count() == 6
    revisions = Revision.objects.filter(record__kind="film").values_list("record__key", "version")
    assert sorted(revisions) == [(f"ferry-{n}", 1) for n in range(5)]
    assert set(Record.objects.values_list("version", flat=True)) == {1}


def test_batch_with_a_refused_film_loads_the_others(tmp_path):
    report = load(tmp_path, range(5), refused=[2])

    assert [item.status for item in report.films] == ["created"] * 2 + ["failed"] + ["created"] * 2
    assert len(report.films[2].problems) == 1
    assert sorted(Film.objects.values_list("title_en", flat=True)) == [
        "Ferry 0", "Ferry 1", "Ferry 3", "Ferry 4",
    ]  # fmt: skip
    assert Person.objects.count() == 5
    assert not Record.objects.filter(key="ferry-2").exists()


def test_batch_of_twenty_asks_hardly_more_than_one_of_ten(tmp_path):
    asked = []
    for numbers in (range(10), range(10, 30)):
        with CaptureQueriesContext(connection) as queries:
            load(tmp_path / str(len(numbers)), numbers)
        asked.append(len(queries))

    assert asked[1] <= asked[0] + 5


def test_names_of_another_import_are_seen_by_the_next_batch(tmp_path):
    load(tmp_path / "a", range(2))
    report = load(tmp_path / "b", range(3))

    assert [item.status for item in report.films] == ["unchanged", "unchanged", "created"]
    assert Person.objects.filter(name="Ada Lindqvist").count() == 1
