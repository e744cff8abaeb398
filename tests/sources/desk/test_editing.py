"""Two editors at one source, and a source that is another film's."""

import pytest
from django.urls import reverse

from sources.models import Claim, Source
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(key="ferry", title_en="The Night Ferry", title_de="Die Nachtfähre")


@pytest.fixture
def other():
    return FilmFactory(key="harbour", title_en="Harbour", title_de="Hafen")


@pytest.fixture
def source():
    return Source.objects.create(title="Record", kind="database", author="Ida Torm", text="x")


@pytest.fixture
def editor(client):
    client.force_login(make_member("editor"))
    return client


def at(name, film, source):
    return reverse(name, args=[film.pk, source.pk])


def claim(film, source):
    return Claim.objects.create(record=film.record, source=source, part="facts", values={})


def save(editor, film, source, seen, **typed):
    data = {"title": "Record", "kind": "database", "author": "Ida Torm", "seen": seen, **typed}
    return editor.post(at("source_edit", film, source), data)


def test_second_of_two_editors_overwrites_nothing_unseen(editor, film, source):
    seen = editor.get(at("source_edit", film, source)).context["seen"]
    assert save(editor, film, source, seen, author="Eva Holm", kind="review").status_code == 302
    response = save(editor, film, source, seen, author="Jo Ebb", note="mine")
    assert response.status_code == 409
    form = response.context["form"]
    assert form.errors == {
        "kind": ["Meanwhile saved here: Review"],
        "author": ["Meanwhile saved here: “Eva Holm”"],
        "note": ["Meanwhile saved here: nothing"],
    }
    assert (form["author"].value(), form["note"].value()) == ("Jo Ebb", "mine")
    source.refresh_from_db()
    assert (source.author, source.note) == ("Eva Holm", "")
    again = save(editor, film, source, response.context["seen"], author="Jo Ebb", note="mine")
    source.refresh_from_db()
    assert (again.status_code, source.author, source.kind) == (302, "Jo Ebb", "database")


def test_a_mistake_keeps_what_the_form_was_made_from(editor, film, source):
    seen = editor.get(at("source_edit", film, source)).context["seen"]
    Source.objects.update(author="Eva Holm")
    assert save(editor, film, source, seen, title="").context["seen"] == seen


def test_saving_the_form_leaves_the_columns_of_a_table_alone(editor, film, source):
    seen = editor.get(at("source_edit", film, source)).context["seen"]
    Source.objects.update(columns={"0": "name"})
    assert save(editor, film, source, seen, title="Table").status_code == 302
    source.refresh_from_db()
    assert (source.title, source.columns) == ("Table", {"0": "name"})


@pytest.mark.parametrize("name", ["source_edit", "source_delete", "source_naming"])
def test_a_source_is_changed_at_its_own_films_only(editor, film, other, source, name):
    def answer(place):
        url = at(name, place, source)
        return editor.post(url, {"is_named": "on", "title": "Other", "kind": "other"}).status_code

    claim(film, source)
    assert answer(other) == 404
    source.refresh_from_db()
    assert (source.title, source.is_named) == ("Record", False)
    assert answer(film) == 302


def test_a_source_of_nobody_yet_is_changed_at_any_film(editor, other, source):
    assert editor.get(at("source_edit", other, source)).status_code == 200


def test_reading_at_another_film_offers_no_editing(editor, film, other, source):
    claim(film, source)
    for place, is_offered in ((film, True), (other, False)):
        page = editor.get(at("source_read", place, source)).content.decode()
        assert (at("source_edit", place, source) in page) is is_offered


def test_all_films_are_told_where_a_source_is_named(editor, film, other, source):
    claim(film, source)
    listed = reverse("film_sources", args=[film.pk])
    assert [row.films for row in editor.get(listed).context["rows"]] == [()]
    claim(other, source)
    assert "It would be named on the pages of: Harbour, The Night Ferry" in (
        editor.get(listed).content.decode()
    )
    answer = editor.post(at("source_naming", film, source), {"is_named": "on"}, follow=True)
    told = [str(message) for message in answer.context["messages"]]
    assert told == ["“Record” is named on the pages of: Harbour, The Night Ferry"]
    page = editor.get(at("source_delete", film, source)).content.decode()
    assert "It is named on the pages of: Harbour, The Night Ferry" in page
