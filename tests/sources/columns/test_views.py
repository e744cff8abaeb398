"""The pages of a table as a source: it arrives, and somebody says what its columns are."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from sources.columns.keeping import layout_of
from sources.columns.layout import names_of_meanings
from sources.columns.meanings import Meaning
from sources.models import Claim, Source
from sources.taking.texts import read_source, take_all
from tests.factories import FilmFactory
from tests.limited import SPOOLED, uploads_lost

pytestmark = pytest.mark.django_db
TABLE = "Job;Who;Of what\nDirector;Ada Lindqvist;x\nEditing;Bo Nyman;y\n"
COLUMNS = {"delimiter": ";", "has_header": "on", "shown_delimiter": ";", "shown_header": "1",
           "column-0": "role", "column-1": "name", "column-2": ""}  # fmt: skip


@pytest.fixture
def film():
    return FilmFactory(title_en="The Ferry")


def arrival(film) -> str:
    return f"/admin/films/film/{film.pk}/sources/new-table/"


def make_source(text=TABLE, **facts) -> Source:
    return Source.objects.create(title="Credits", kind="table", text=text, **facts)


def address(film, source) -> str:
    return f"/admin/films/film/{film.pk}/sources/{source.pk}/table/"


def test_a_file_is_kept_as_a_source_and_leads_to_its_columns(desk, film):
    file = SimpleUploadedFile("stab.csv", TABLE.encode("utf-16"))
    response = desk.post(arrival(film), {"file": file})
    source = Source.objects.get()
    assert (source.title, source.kind, source.text) == ("stab.csv", "table", TABLE)
    assert response.url == address(film, source)


def test_a_file_that_is_lost_on_its_way_is_said_at_the_field(desk, film):
    data = {"file": SimpleUploadedFile("a.csv", bytes(SPOOLED)), "title": "Crew", "text": "a;b"}
    with uploads_lost():
        response = desk.post(arrival(film), data, headers={"Accept-Language": "de"})
    form = response.context["form"]
    assert (response.status_code, [*form.errors]) == (422, ["file"])
    assert form.errors["file"][0].startswith("Der Datenträger ist voll")
    assert (form["title"].value(), form["text"].value()) == ("Crew", "a;b")


def test_pasted_rows_are_kept_as_a_source(desk, film):
    desk.post(arrival(film), {"text": TABLE.replace("\n", "\r\n"), "title": "Credits"})
    source = Source.objects.get()
    assert (source.title, source.text) == ("Credits", TABLE)


@pytest.mark.parametrize(
    "data",
    [{}, {"text": " "}, {"text": "a,b\n" * 6_000}, {"text": "a," * 300}],
    ids=["nothing", "blank", "rows", "columns"],
)
def test_what_cannot_be_a_table_is_refused_in_words(desk, film, data):
    response = desk.post(arrival(film), data)
    assert response.status_code == 422
    assert len(response.context["form"].errors) == 1
    assert Source.objects.count() == 0


@pytest.mark.parametrize("data", [b"PK\x03\x04x", b"", bytes(range(256)), b"\xff\xfea"])
def test_a_file_that_is_no_table_is_refused_in_words(desk, film, data):
    response = desk.post(arrival(film), {"file": SimpleUploadedFile("a.csv", data)})
    assert response.status_code == 422
    assert [*response.context["form"].errors] == ["file"]


def test_the_page_shows_first_rows_and_a_choice_for_each_column(desk, film):
    source = make_source()
    response = desk.get(address(film, source))
    form = response.context["form"]
    assert [column["header"] for column in form.columns()] == ["Job", "Who", "Of what"]
    assert form.first_rows()[0] == ["Director", "Ada Lindqvist", "x"]
    assert response.content.decode().count('<select name="column-') == 3


@pytest.mark.parametrize(("count", "said"), [(8, []), (10, ["8 von 10 Zeilen"])])
def test_the_page_says_how_many_rows_it_shows(desk, film, count, said):
    source = make_source("Job;Who\n" + "Director;Ada Lindqvist\n" * count)
    page = desk.get(address(film, source), headers={"accept-language": "de"}).content.decode()
    assert re.findall(r'class="source-table__count">(.*?)</p>', page) == said


def test_choices_of_a_column_have_names_of_their_own_in_german():
    with translation.override("de"):
        names = list(names_of_meanings().values())
        assert len(set(names)) == len(names)
        assert [names_of_meanings()[one] for one in (Meaning.ROLE, Meaning.CHARACTER)] == [
            "Funktion/Tätigkeit", "Rolle (Figur)",
        ]  # fmt: skip


def test_what_is_said_is_kept_and_read_from_then_on(desk, film):
    source = make_source()
    response = desk.post(address(film, source), COLUMNS | {"take": "1"})
    assert response.url == f"/admin/films/film/{film.pk}/sources/{source.pk}/"
    source.refresh_from_db()
    assert layout_of(source).meanings == (Meaning.ROLE, Meaning.NAME, Meaning.NOTHING)
    names = [values["name"] for values in read_source(source, film.record).of("credits")]
    assert names == ["Ada Lindqvist", "Bo Nyman"]
    assert desk.get(response.url).status_code == 200


def test_what_was_said_is_remembered_for_the_same_headers(desk, film):
    desk.post(address(film, make_source()), COLUMNS | {"column-2": "character", "take": "1"})
    other = make_source("JOB,who,Of  What\nCast,Dora Sund,Cook\n")
    layout = layout_of(other)
    assert (layout.delimiter, layout.meanings) == (
        ",", (Meaning.ROLE, Meaning.NAME, Meaning.CHARACTER)
    )  # fmt: skip


def test_looking_keeps_nothing(desk, film):
    source = make_source()
    response = desk.post(address(film, source), COLUMNS | {"look": "1"})
    assert (response.status_code, len(response.context["facts"])) == (200, 2)
    source.refresh_from_db()
    assert source.columns == {}


def test_other_headers_are_guessed_anew_before_anything_is_kept(desk, film):
    source = make_source("Regie;Ada Lindqvist\nKamera;Bo Nyman\n")
    sent = {"delimiter": ";", "shown_delimiter": ";", "shown_header": "1", "take": "1",
            "column-0": "name", "column-1": "role"}  # fmt: skip
    response = desk.post(address(film, source), sent)
    assert (response.status_code, len(response.context["facts"])) == (200, 2)
    source.refresh_from_db()
    assert source.columns == {}


@pytest.mark.parametrize(
    "wrong",
    [{"column-1": ""}, {"column-1": "role"}, {"column-0": "festival"}, {"column-0": "nonsense"},
     {"delimiter": "x"}],
)  # fmt: skip
def test_columns_that_say_too_little_are_refused_in_words(desk, film, wrong):
    source = make_source()
    response = desk.post(address(film, source), COLUMNS | wrong | {"take": "1"})
    assert (response.status_code, bool(response.context["problem"])) == (422, True)
    source.refresh_from_db()
    assert source.columns == {}


@pytest.mark.parametrize("text", ["", "a,b\n" * 6_000, "x", "\n\n"])
def test_a_text_that_is_no_table_answers_in_words(desk, film, text):
    assert desk.get(address(film, make_source(text))).status_code in (200, 302)


def test_a_table_is_taken_in_as_any_source(film):
    source = make_source("Role,Name,Credited as\nDirector,Ada Lindqvist,A. Lindqvist\n")
    taken = take_all(source, film.record)
    assert (taken.added, taken.refused) == (1, [])
    credit = film.credits.get()
    assert (str(credit.person), credit.credited_as) == ("Ada Lindqvist", "A. Lindqvist")
    assert Claim.objects.get().printed == "Director,Ada Lindqvist,A. Lindqvist"


def test_premieres_of_a_table_stand_at_the_selection(film):
    text = "Festival,Year,Country,Premiere\nKiel Days,2011,Germany,World premiere\n"
    take_all(make_source(text), film.record)
    selection = film.selections.get()
    assert (selection.premiere, selection.edition.year) == ("world", 2011)
    assert selection.edition.festival.country == "DE"
