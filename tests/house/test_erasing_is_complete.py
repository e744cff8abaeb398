"""After an erasure no cell of any table names the person, but for what is listed for a human.

The tables are read here once more, by other means than the code's own: whoever adds a table that
keeps names will hear of it.
"""

import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from functools import cache

import pytest
from django.db import connection

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from people.merging import merge_records
from people.models import Merging
from tests.desk.erasing.world import MERGED, make_world
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
# Everything of the person that is no prose of others: these may stand nowhere at all.
OWN = ("1968-04-24", "ask her agent", "ada-lindqvist.example", "born in lund", "on the quay")
NAMES = (
    "ada lindqvist", "ada lindkvist", "lindqvist, ada", "a. lindqvist", "ada-lindqvist",
    "ada oberg", "ада линдквист",
)  # fmt: skip


@pytest.fixture(autouse=True)
def backups(settings, tmp_path):
    settings.BACKUP_ROOT = str(tmp_path / "backups")


@cache
def plain(text: str) -> str:
    """Return the text in small letters without accents and JSON's escapes."""
    text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text).casefold()
    letters = unicodedata.normalize("NFKD", text)
    return "".join(c for c in letters if not unicodedata.combining(c) or c == "\u0306")


def cells() -> Iterator[tuple[str, str, str, str]]:
    """Yield (table, primary key, column, text) of every cell of the database."""
    known = connection.introspection
    with connection.cursor() as cursor:
        for table in known.table_names(cursor):
            columns = [column.name for column in known.get_table_description(cursor, table)]
            key = columns.index(known.get_primary_key_column(cursor, table))
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    yield table, str(row[key]), column, plain(readable(value))


def readable(value) -> str:
    """Return a cell as text; what is stored compressed is what it says."""
    if isinstance(value, bytes | memoryview):
        data = bytes(value)
        return zlib.decompress(data).decode() if data[:1] == b"\x78" else data.decode("latin-1")
    return str(value)


def cells_with(words) -> set[tuple[str, str, str]]:
    return {(t, pk, c) for t, pk, c, text in cells() if any(word in text for word in words)}


@pytest.mark.parametrize("is_anonymous", [False, True], ids=["erase", "anonymise"])
@pytest.mark.parametrize("is_redacting", [False, True], ids=["keep", "redact"])
def test_nothing_names_the_person_but_what_is_listed(is_anonymous, is_redacting):
    world = make_world()
    uuid = str(world.person.record.uuid)
    identifiers = [uuid, uuid.replace("-", ""), MERGED, MERGED.replace("-", "")]
    assert len(cells_with(NAMES)) > 60
    assert len(cells_with(OWN)) > 4
    assert len(cells_with(identifiers)) > 15
    options = ErasureOptions(is_anonymous=is_anonymous, is_redacting=is_redacting)
    report = erase_person(world.person, options)
    listed = {tuple(cell) for f in report.as_json()["left_for_a_human"] for cell in f["cells"]}
    assert cells_with(NAMES) - listed == set()
    assert cells_with(OWN) == set()
    # The register: whom to erase again after a restore.
    assert {(t, c) for t, _pk, c in cells_with(identifiers)} == {
        ("desk_erasure", "uuid"), ("desk_erasure", "merged"),
    }  # fmt: skip


def test_traces_of_merges_name_nobody():
    world = make_world()
    double = PersonFactory(name="A. Lindqvist", biography_en="Ada Lindqvist was born in Lund.")
    pupil = PersonFactory(name="B. Berg", biography_en="Learned from Ada Lindqvist.")
    merge_records(world.person, [double], {})
    merge_records(world.other, [pupil], {})
    assert {t for t, _pk, _c in cells_with(NAMES)} >= {"people_merging"}
    report = erase_person(world.person, ErasureOptions())
    listed = {tuple(cell) for f in report.as_json()["left_for_a_human"] for cell in f["cells"]}
    left = cells_with(NAMES)
    assert left - listed == set()
    assert [cell for cell in left if cell[0] == "people_merging"] == []
    assert Merging.objects.get().trace == {}


def test_what_is_listed_does_name_the_person():
    world = make_world()
    report = erase_person(world.person, ErasureOptions())
    listed = {cell for finding in report.findings for cell in finding.cells}
    assert listed - cells_with(["lindqvist", "ada oberg"]) == set()


def test_report_is_json():
    world = make_world()
    report = erase_person(world.person, ErasureOptions(is_dry_run=True))
    assert json.loads(json.dumps(report.as_json()))["person"] == "ada-lindqvist"
