"""Versions side by side, prizes, filmographies, contacts."""

from dataclasses import replace

from editorial.changes import change
from editorial.texts import EMPTY
from people.models import Company
from press.kit.contents import House, Work, desk_contents
from press.kit.pdf.facts import list_facts
from press.kit.pdf.front import make_contacts
from press.kit.pdf.pictures import Pictures
from press.kit.pdf.telling import list_people
from tests.factories import VersionFactory


def edition_of(film):
    return desk_contents(film.record, ["en"]).main


def block_of(film, heading):
    return next(block for name, block in list_facts(edition_of(film).film) if name == heading)


def test_versions_stand_side_by_side_under_their_names(film):
    VersionFactory(film=film, runtime_seconds=5700, format="35 mm")
    VersionFactory(film=film, is_main=False, name_en="Television", runtime_seconds=3120)
    assert block_of(film, "Technical data")["tables"] == [
        {
            "names": ["Main version", "Television"],
            "rows": [["Running time", ["95 min", "52 min"]], ["Format", ["35 mm", ""]]],
        }
    ]


def test_fourth_version_begins_another_table(film):
    for number in range(4):
        VersionFactory(film=film, is_main=not number, name_en=f"Cut {number}")
    tables = block_of(film, "Technical data")["tables"]
    assert [len(table["names"]) for table in tables] == [3, 1]


def test_director_with_other_films_has_a_filmography(film):
    edition = edition_of(film)
    uuid = edition.directors[0].uuid
    works = (Work(2024, "The Ferry", ("Director",)), Work(None, "Ice", ("Director", "Editing")))
    told = replace(edition, filmographies={uuid: works})
    ((heading, block), *_rest) = list_people(told, Pictures())
    assert heading == "Director"
    assert block["people"][0]["works"] == [
        ["2024", "The Ferry", "Director"], ["", "Ice", "Director, Editing"],
    ]  # fmt: skip


def test_first_film_alone_makes_no_filmography(film):
    edition = edition_of(film)
    works = {edition.directors[0].uuid: (Work(2024, "The Ferry", ("Director",)),)}
    told = replace(edition, filmographies=works)
    assert "Director" not in dict(list_people(told, Pictures()))


def house(**facts):
    empty = {"claim": "", "street": "", "place": "", "email": "", "phone": "", "logo": None}
    return House(**{"name": "Nord Film", "terms": EMPTY, **empty, **facts})


def test_house_answers_where_it_is_named_and_is_not_said_twice(film):
    with change(None, "test"):
        company = Company.objects.create(name="Nord Film", email="a@example.com")
        film.company_credits.create(company=company, function="production_company", position=0)
    told = replace(edition_of(film), house=house(street="Quay 1", email="a@example.com"))
    (group,) = make_contacts(told)["groups"]
    assert group["label"] == "Production company"
    assert [line["text"] for line in group["items"][0]["lines"]] == ["Quay 1", "a@example.com"]


def test_house_that_has_no_part_in_the_film_publishes_the_kit(film):
    told = replace(edition_of(film), house=house(street="Quay 1"))
    assert [group["label"] for group in make_contacts(told)["groups"]] == ["Published by"]
