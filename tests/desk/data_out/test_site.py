"""The open file of the site: valid by its schema, whole, stable, and nothing that is not live."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from desk.data_out.records import person_data
from desk.data_out.schemas import SCHEMAS, read_schema
from desk.data_out.shown import live_films, shown_records
from desk.data_out.site import write_site
from desk.erasing.scanning import scan
from desk.erasing.spelling import Names
from desk.exchange import load_export, read_export
from desk.loading import LoadOptions
from desk.management.commands.prepare import DEMO
from tests.desk.data_out.world import LEAKS, make_ferry, make_site
from tests.factories import make_member

pytestmark = pytest.mark.django_db


def dump() -> dict:
    return json.loads("".join(write_site()))


def check(data: dict, name: str = "site") -> None:
    found = [(s["$id"], Resource.from_contents(s)) for s in map(read_schema, SCHEMAS)]
    Draft202012Validator(read_schema(name), registry=Registry().with_resources(found)).validate(
        data
    )


def test_site_is_as_its_schema_says():
    make_site()
    check(dump())


def test_empty_site_is_a_file_too():
    data = dump()
    check(data)
    assert (data["films"], data["people"], data["languages"]) == ([], [], [])


def test_all_that_is_live_is_in_it():
    make_site()
    data = dump()
    (film,) = data["films"]
    assert (film["key"], list(film["languages"])) == ("ferry", ["en"])
    assert film["languages"]["en"]["titles"] == {"en": "The Ferry"}
    (person,) = data["people"]
    assert (person["name"], person["films"], list(person["languages"])) == (
        "Ada Lindqvist", ["ferry"], ["en"]
    )  # fmt: skip
    assert person["other_names"] == [{"name": "Ада Линдквист", "lang": "und-Cyrl"}]
    assert person["languages"]["en"]["biography"] == "Born in Lund."
    assert [one["name"] for one in data["companies"]] == ["Nord & Söhne"]
    assert data["festivals"][0]["languages"]["en"]["name"] == "Harbour Days"
    assert [(one["key"], list(one["languages"])) for one in data["pages"]] == [("about", ["en"])]
    assert data["languages"] == ["en"]


def test_each_film_is_its_film_json(client):
    make_site()
    told = client.get(reverse("film_json", args=["en", "ferry"])).json()
    assert dump()["films"][0]["languages"]["en"] == told


def test_nothing_that_is_not_public_is_in_it():
    make_site()
    text = "".join(write_site())
    assert [word for word in LEAKS if word in text] == []


def test_leaks_are_there_to_be_found():
    """The words of the test above do stand in the database, each of them."""
    make_site()
    found = " ".join(hit.text for hit in scan(Names(LEAKS)))
    assert [word for word in LEAKS if word not in found] == []


def test_equal_content_gives_equal_bytes():
    make_site()
    text = "".join(write_site())
    assert "".join(write_site()) == text
    assert list(json.loads(text)) == sorted(json.loads(text))


def test_command_writes_the_file_of_the_page(tmp_path, client):
    make_site()
    out = StringIO()
    call_command("dump_site", str(tmp_path / "site.json"), stdout=out)
    client.force_login(make_member("editor"))
    sent = b"".join(client.get(reverse("data_out_site")).streaming_content)
    assert (tmp_path / "site.json").read_bytes() == sent
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["site.json"]
    assert "1 films" in out.getvalue()


def test_command_says_where_it_cannot_write(tmp_path):
    with pytest.raises(CommandError):
        call_command("dump_site", str(tmp_path / "no" / "site.json"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_public_and_sound(client, name):
    response = client.get(f"/schemas/{name}.schema.json")
    assert response.headers["Content-Type"] == "application/schema+json; charset=utf-8"
    schema = response.json()
    Draft202012Validator.check_schema(schema)
    assert schema["$id"].endswith(f"/schemas/{name}.schema.json")


def test_unknown_schema_is_not_found(client):
    assert client.get("/schemas/other.schema.json").status_code == 404


def test_films_json_is_as_its_schema_says(client):
    make_site()
    check(client.get(reverse("films_json", args=["en"])).json(), "films")


def test_demo_is_as_the_schema_says(settings):
    # The many sizes of pictures are left to the worker, which does not run here.
    backend = "django_tasks.backends.dummy.DummyBackend"
    settings.TASKS = {"default": {"BACKEND": backend, "QUEUES": ["default", "media", "kits"]}}
    load_export(read_export(DEMO), LoadOptions())
    data = dump()
    assert len(data["films"]) > 3
    check(data)


@pytest.mark.parametrize("count", [1, 3])
def test_people_and_companies_cost_the_same_however_many(count, django_assert_num_queries):
    for number in range(count):
        make_ferry(f"ferry-{number}")
    with django_assert_num_queries(4):  # live films, references, people, their names
        shown = shown_records("person", live_films())
        assert len(list(person_data(shown))) == count
