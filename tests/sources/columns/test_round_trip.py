"""Tables that the desk gives out are read back as what they say."""

import pytest
from django.utils import translation

from desk.data_out.choosing import chosen_films
from desk.data_out.tables import TABLES
from desk.data_out.writing import write_csv
from editorial.changes import change
from films.models import Award
from people.models import Role
from sources.columns.decoding import decode_table
from sources.models import Source
from sources.taking.texts import take_all
from tests.factories import CreditFactory, EditionFactory, FilmFactory, SelectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", title_en="The Ferry", title_de="Die Fähre")
    actor = Role.objects.get(key="actor")
    CreditFactory(film=film, person__name="Ada Lindqvist", credited_as="A. Lindqvist")
    CreditFactory(film=film, person__name="Bo Nyman", role=actor, character_en="Cook",
                  character_de="Koch", position=1)  # fmt: skip
    edition = EditionFactory(
        year=2012, festival__name_en="Harbour Days", festival__name_de="Hafentage"
    )
    selection = SelectionFactory(film=film, edition=edition, premiere="world")
    with change(None, "test"):
        Award.objects.create(
            film=film, name_en="Silver Wave", name_de="Silberne Welle", year=2012,
            result="nominated", festival=edition.festival, selection=selection,
        )  # fmt: skip
    return film


def table_source(key: str, language: str, separator: str) -> Source:
    table = TABLES[key]
    with translation.override(language):
        rows = table.rows(chosen_films("all"), language)
        data = b"".join(write_csv(table.columns(), rows, separator))
    text = decode_table(data)
    return Source.objects.create(title=key, kind="table", text=text, language=language)


@pytest.mark.parametrize(("language", "separator"), [("en", ","), ("de", ";")])
def test_what_a_film_says_already_is_a_witness(film, language, separator):
    for key, count in (("credits", 2), ("festivals", 2)):
        taken = take_all(table_source(key, language, separator), film.record)
        assert (taken.added, taken.refused, taken.witnessed) == (0, [], count)


@pytest.mark.parametrize(("language", "separator"), [("en", ","), ("de", ";")])
def test_an_empty_film_of_the_same_title_gets_the_same_rows(film, language, separator):
    sources = [table_source(key, language, separator) for key in ("credits", "festivals")]
    twin = FilmFactory(key="twin", title_en="The Ferry", title_de="Die Fähre")
    for source in sources:
        assert take_all(source, twin.record).refused == []
    character = f"character_{language}"
    facts = ("role__key", "person__name", "credited_as", character)
    assert list(twin.credits.values_list(*facts)) == list(film.credits.values_list(*facts))
    facts = ("edition", "premiere")
    assert list(twin.selections.values_list(*facts)) == list(film.selections.values_list(*facts))
    facts = (f"name_{language}", "year", "result")
    assert list(twin.awards.values_list(*facts)) == list(film.awards.values_list(*facts))
