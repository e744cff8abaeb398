"""What is stored about a person is given out whole, and nothing about others."""

import io
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from desk.erasing.disclosing import data_of
from editorial.changes import change
from people.models import Person
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_everything_is_there(world, backups):
    backups.mkdir()
    (backups / "today.backup").write_bytes(b"x")
    data = data_of(world.person)
    assert data["record"]["facts"]["born_on"] == "1968-04-24"
    assert data["names_in_use"] == [
        "Ada Lindqvist", "Ада Линдквист", "Ada Öberg", "Lindqvist, Ada", "Ada Lindkvist",
        "Lindkvist, Ada", "A. Lindqvist",
    ]  # fmt: skip
    assert data["portrait"]["file"] == "still.jpg"
    assert sorted((c["film"], c["role"], c["credited_as"]) for c in data["credits"]) == [
        ("ferry", "actor", ""), ("ferry", "director", "A. Lindqvist"), ("line-11", "editing", ""),
    ]  # fmt: skip
    assert [award["film"] for award in data["awards"]] == ["ferry", "line-11"]
    assert data["documents_naming_the_person"] == {
        "film/ferry": {"revisions": 11, "publications": 4, "imports": 1},
        "film/line-11": {"revisions": 3, "publications": 1},
        "image/still-2": {"revisions": 1},
    }
    assert [entry["record"]["facts"]["name"] for entry in data["history"]][-1] == "Ada Lindkvist"
    assert [backup["file"] for backup in data["backups"]] == ["today.backup"]
    assert len(data["log"]) == 1


def test_texts_of_others_that_name_the_person_are_there(world):
    texts = {(t["record"], t["text"]) for t in data_of(world.person)["texts_naming_the_person"]}
    assert ("page/about", "Founded by Ada Lindqvist in 2001.") in texts
    assert {record for record, _text in texts if record == "person/ada-lindqvist"} == set()


def test_staff_is_not_named(editor):
    with change(editor, "by hand"):
        person = Person(name="Ada Lindqvist")
        person.save()
    assert "editor" not in json.dumps(data_of(person))


def test_command_prints_json(tmp_path):
    PersonFactory(name="Ada Lindqvist", key="ada")
    out = io.StringIO()
    call_command("person_data", "ada", stdout=out)
    assert json.loads(out.getvalue())["record"]["facts"]["name"] == "Ada Lindqvist"
    call_command("person_data", "ada", output=tmp_path / "ada.json")
    assert json.loads((tmp_path / "ada.json").read_text())["record"]["key"] == "ada"


def test_unknown_person_is_named():
    with pytest.raises(CommandError, match="There is no person “nobody”"):
        call_command("person_data", "nobody")
