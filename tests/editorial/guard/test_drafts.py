"""What was typed and could not be saved."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.models import Draft
from editorial.publishing import publish
from tests.editorial.guard.editors import Window
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


def test_draft_holds_no_nul(client):
    client.force_login(make_member("editor"))
    address = reverse("admin:films_film_change", args=[FilmFactory().pk])
    client.post(address, {"_keep": "1", "logline_en": "A\x00 stray one."})
    assert Draft.objects.get().fields == {"logline_en": ["A stray one."]}


@pytest.mark.parametrize(("role", "status"), [("viewer", 403), ("translator", 200)])
def test_draft_of_a_deleted_record_is_kept_for_who_writes(client, role, status):
    client.force_login(make_member(role, languages=["de"]))
    address = reverse("admin:films_film_change", args=[999_999])
    assert client.post(address, {"_keep": "1", "logline_de": "Ein Satz."}).status_code == status
    assert Draft.objects.count() == (status == 200)


def test_unanswered_draft_survives_what_a_later_window_types():
    user, film = make_member("editor"), FilmFactory(year=2011)
    first = Window(user, film)
    first.type(title_en="Weighty", year="9999")
    assert first.autosave()["state"] == "mistakes"

    later = Window(user, film)
    later.type(logline_en="A ferry crosses.")
    assert later.autosave()["state"] == "saved"
    later.type(year="8888")
    assert later.autosave()["state"] == "mistakes"

    offered = Window(user, film).page.context["window"]
    years = [draft.fields["year"] for draft in offered.drafts]
    assert years == [["8888"], ["9999"]]
    later.open(f"?draft={offered.drafts[1].pk}")
    assert (later.fields["title_en"], later.fields["year"]) == ("Weighty", "9999")
    later.type(year="2012")
    assert later.save().status_code == 302
    assert [draft.fields["year"] for draft in Draft.objects.all()] == [["8888"]]
    film.refresh_from_db()
    assert (film.title_en, film.year, film.logline_en) == ("Weighty", 2012, "A ferry crosses.")


def test_draft_is_thrown_away_only_by_whom_it_belongs_to():
    lars, mara, film = make_member(name="Lars"), make_member(name="Mara"), FilmFactory()
    typed = Window(lars, film)
    typed.type(year="9999")
    typed.autosave()
    key = str(Draft.objects.get().pk)
    Window(mara, film).save(_discard=key)
    assert Window(mara, film).page.context["window"].drafts == ()
    assert Draft.objects.count() == 1
    Window(lars, film).save(_discard=key)
    assert Draft.objects.count() == 0


def test_new_record_keeps_what_two_windows_have_typed(client):
    client.force_login(make_member("editor"))
    address = reverse("admin:films_film_add")
    for title in ("One", "Two"):
        token = client.get(address).context["window"].token
        client.post(address, {"_autosave": "1", "_form": token, "title_en": title})
    drafts = client.get(address).context["window"].drafts
    assert [draft.fields["title_en"] for draft in drafts] == [["Two"], ["One"]]


def test_restored_form_says_what_is_not_saved():
    user, film = make_member("editor"), FilmFactory(year=2011)
    typed = Window(user, film)
    typed.type(logline_en="A ferry crosses.", year="9999")
    place = typed.add_row("countries", uuid4(), code="DE")
    typed.autosave()
    typed.open(f"?draft={Draft.objects.get().pk}")
    lines = {line.label: line.target for line in typed.page.context["typed_lines"]}
    assert lines == {
        "Year": "id_year",
        "Logline (English)": "id_logline_en",
        "Country 1": f"id_countries-{place}-code",
    }
    assert typed.page.content.decode().count(" data-typed") - 1 == 3


def test_saved_form_of_a_live_film_shows_its_states_anew():
    film = FilmFactory(title_en="Ferry")
    with change(None, "test"):
        publish(film.record, "en")
    window = Window(make_member("editor"), film)
    window.type(title_en="")
    answer = window.autosave()
    assert (answer["state"], answer["text"].partition(",")[2]) == ("saved", " not live yet")
    assert answer["chips"].count("chip--changed") == 1
    links = re.findall(r'<a href="(#[a-z_]+)" data-finding>([^<]+)<', answer["panel"])
    assert ("#id_title_en", "The title is missing.") in links
