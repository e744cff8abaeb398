"""The matrix of records and languages: the most urgent first, at a cost that does not grow."""

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.models import TranslationState
from editorial.publishing import publish
from people.merging import merge_records
from people.models import Role
from tests.desk.cockpit.conftest import ENGLISH, GERMAN, rewrite
from tests.factories import FilmFactory, PersonFactory


def rows_of(client, **params):
    response = client.get(reverse("translations"), params)
    assert response.status_code == 200
    return response.context["rows"]


def titles(client, **params):
    return [row.title for row in rows_of(client, **params)]


def test_live_and_outdated_stands_first_then_outdated_then_missing(desk, editor):
    missing = FilmFactory(title_en="Missing", title_de="Fehlt", logline_en=ENGLISH)
    stale, live = [
        FilmFactory(title_en=name, title_de=name, logline_en=ENGLISH, logline_de=GERMAN)
        for name in ("Stale", "Live")
    ]
    FilmFactory(title_en="Done")
    publish(live.record, "en", editor)
    for film in (stale, live):
        rewrite(film, editor, logline_en="A boat.")
    assert titles(desk) == ["Live", "Stale", "Missing"]
    assert titles(desk, state="outdated") == ["Live", "Stale"]
    assert titles(desk, state="missing") == ["Missing"]
    assert titles(desk, language="en") == []
    assert [row.is_live for row in rows_of(desk)] == [True, False, False]
    (cells,) = rows_of(desk, language="de", state="missing")[0].languages
    assert (cells.open_names, cells.state.open) == (("Logline",), 1)
    assert [cell.look for cell in cells.cells if cell.look] == [
        "translated", "missing", "translated",
    ]  # fmt: skip
    assert missing.pk


@pytest.mark.parametrize("count", [1, 3])
def test_matrix_costs_the_same_with_one_film_and_with_three(desk, django_assert_num_queries, count):
    for _ in range(count):
        FilmFactory(logline_en=ENGLISH)
    desk.get(reverse("translations"))
    with django_assert_num_queries(15):
        assert len(rows_of(desk)) == count


def test_records_that_were_never_counted_are_counted(desk):
    FilmFactory(title_en="Ferry", title_de="Fähre", logline_en=ENGLISH)
    TranslationState.objects.all().delete()
    assert titles(desk) == ["Ferry"]


def test_person_merged_into_another_is_no_work_any_more(desk):
    kept, other = [
        PersonFactory(name="Ana Sol", biography_en="Born at sea.", biography_de=text)
        for text in ("Geboren auf See.", "")
    ]
    merge_records(kept, [other], {})
    assert titles(desk, kind="person") == []
    assert {state.record_id for state in TranslationState.objects.all()} == {kept.pk}


def test_title_leads_to_the_language_that_is_translated_into(desk):
    film = FilmFactory(title_en="Ferry", title_de="Fähre", logline_en=ENGLISH)
    page = desk.get(reverse("translations")).content.decode()
    url = reverse("translations_record", args=[film.record.uuid, "de"])
    assert page.count(f'<a class="matrix__title" href="{url}">Ferry</a>') == 1


def test_everything_is_translated(desk):
    FilmFactory()
    page = desk.get(reverse("translations")).content.decode()
    assert page.count("Everything is translated.") == 1


def test_other_kinds_have_their_own_rows(desk):
    PersonFactory(name="Ada Lindqvist", biography_en="She films.")
    assert titles(desk, kind="person") == ["Ada Lindqvist"]
    counts = {k["label"]: k["count"] for k in desk.get(reverse("translations")).context["kinds"]}
    assert counts["People"] == 1


def test_translator_is_asked_about_own_language_first(client, translator):
    FilmFactory(logline_en=ENGLISH)
    client.force_login(translator)
    response = client.get(reverse("translations"))
    assert response.context["matrix_question"].language == "de"
    assert [code for code, _n in response.context["export_languages"]] == ["de"]


@pytest.mark.parametrize(
    "params", [{"kind": "x"}, {"state": "x"}, {"language": "x"}, {"page": "x"}, {"page": "999"}]
)
def test_nonsense_in_the_address_is_answered(desk, params):
    FilmFactory(title_en="Ferry", logline_en=ENGLISH)
    assert titles(desk, **params) == ["Ferry"]


def test_stranger_is_asked_to_log_in(client, db):
    assert client.get(reverse("translations")).status_code == 302


def test_vocabulary_is_filled(desk, translator, viewer, client):
    with change(None, "test"):
        Role.objects.filter(key="director").update(name_de="")
    url = reverse("translations_vocabulary", args=["de"])
    (gap,) = [gap for gap, _outcome in desk.get(url).context["gaps"]]
    assert (gap.id, gap.source) == ("role/director", "Director")
    client.force_login(viewer)
    assert client.post(url, {"text:role/director": "Regie"}).status_code == 403
    client.force_login(translator)
    assert client.post(url, {"text:role/director": "Regie"}).status_code == 302
    assert Role.objects.get(key="director").name_de == "Regie"
    client.post(url, {"text:role/director": "Anders"})
    assert Role.objects.get(key="director").name_de == "Regie"
