"""Records of one batch: few questions for all of them, and none of them costs the others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desk.exchange import load_export, read_export
from desk.loading import LoadOptions
from editorial.models import Publication, Revision
from films.models import Credit, Film
from people.models import Person
from tests.factories import CreditFactory

pytestmark = pytest.mark.django_db
MARKER = "format: 1\nlanguages: [en, de]\n"
FILM = """category: short
year: 1996
title:
  en: Ferry {n}
slug:
  en: ferry-{n}
mood: quiet
credits:
- role: director
  person: ada-lind
"""


def write_films(root, numbers):
    root.mkdir()
    (root / "lichtspiel.yaml").write_text(MARKER)
    write(root / "people" / "ada-lind" / "person.yaml", "name: Ada Lind\n")
    for n in numbers:
        write(film_file(root, n), FILM.format(n=n))
        film_file(root, n).with_name("synopsis_short_en.md").write_text("The last ferry.\n")
    return root


def film_file(root, n):
    return root / "films" / f"ferry-{n}" / "film.yaml"


def write(path, text):
    path.parent.mkdir(parents=True)
    path.write_text(text)


def load(root):
    return load_export(read_export(root), LoadOptions(is_publishing=True))


def test_batch_with_a_refused_film_loads_the_others_and_reports_all_once(tmp_path):
    stolen = CreditFactory()
    root = write_films(tmp_path / "out", range(4))
    with film_file(root, 2).open("a") as file:
        file.write(f"  uuid: {stolen.uuid}\n")

    report = load(root)

    assert [item.status for item in report.films] == ["created"] * 2 + ["failed", "created"]
    assert [[problem.key for problem in item.problems] for item in report.films] == [
        ["mood"], ["mood"], ["mood", "credits.0.uuid"], ["mood"],
    ]  # fmt: skip
    assert [item.published for item in report.films] == [["en"], ["en"], [], ["en"]]
    assert Person.objects.filter(name="Ada Lind").get().sort_name == "Lind, Ada"
    assert Credit.objects.filter(person__name="Ada Lind").count() == 3
    revisions = Revision.objects.filter(record__key__startswith="ferry-", line="desk")
    assert sorted(revisions.values_list("record__key", "version")) == [
        ("ferry-0", 1), ("ferry-1", 1), ("ferry-3", 1),
    ]  # fmt: skip
    assert Publication.objects.live().filter(language="en").count() == 3


def test_sixteen_films_ask_hardly_more_than_eight(tmp_path):
    asked = []
    for numbers in (range(8), range(8, 24)):
        root = write_films(tmp_path / str(len(numbers)), numbers)
        with CaptureQueriesContext(connection) as queries:
            load_export(read_export(root), LoadOptions())
        asked.append(len(queries))

    assert Film.objects.count() == 24
    assert asked[1] <= asked[0] + 5
