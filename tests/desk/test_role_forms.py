"""Forms as translators and viewers get them, and what forged ones come to."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from editorial.models import Membership, Publication
from editorial.publishing import publish
from films.models import Credit, Film, Genre, PressItem, Quote, Trailer
from people.models import Role
from tests.desk.test_admin import form_data
from tests.factories import (
    CreditFactory,
    VersionFactory,
    add_trailer,
    make_image,
    make_member,
    place,
    upload,
)

pytestmark = pytest.mark.django_db
GERMAN = {"languages": ["de"]}


@pytest.fixture
def translator(client):
    user = make_member("translator", **GERMAN)
    client.force_login(user)
    return user


@pytest.fixture
def film():
    film = CreditFactory().film
    VersionFactory(film=film)
    place(film, make_image())
    add_trailer(film)
    return film


def form_of(obj, part=""):
    meta = obj._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[obj.pk]) + part


def send(client, obj, part="", **changes):
    url = form_of(obj, part)
    return client.post(url, form_data(client.get(url)) | changes)


def editable(page) -> set[str]:
    """Return the names of what can be typed, without what identifies rows."""
    names = set(page.context["adminform"].form.fields)
    for rows in page.context["inline_admin_formsets"]:
        for form in rows.formset.forms:
            names |= {f"{rows.formset.prefix}-{name}" for name in form.fields}
    return {name for name in names if name.rpartition("-")[2] not in ("id", "uuid", "film")}


def test_translator_types_own_language_only(client, translator, film):
    names = editable(client.get(form_of(film)))
    assert {name for name in names if not name.endswith("_de")} == set()
    assert {"title_de", "synopsis_long_de", "credits-character_de", "trailers-title_de"} <= names


def test_translator_reads_the_facts_and_the_other_language(client, translator, film):
    page = client.get(form_of(film)).content.decode()
    assert film.title_en in page and "Title (English)" in page
    assert 'name="title_en"' not in page and 'type="file"' not in page
    assert 'name="_save"' in page and 'class="deletelink"' not in page


def test_translator_saves_texts_of_film_and_rows(client, translator, film):
    added = {"title_de": "Die Lampe", "credits-0-character_de": "Die Lotsin"}
    response = send(client, film, **added, **{"trailers-0-title_de": "Vorschau"})
    assert response.status_code == 302
    film.refresh_from_db()
    assert film.title_de == "Die Lampe"
    assert Credit.objects.get().character_de == "Die Lotsin"
    assert Trailer.objects.get().title_de == "Vorschau"


FORGED = [
    {"year": "1999"},
    {"title_en": "Forged"},
    {"pinned": "1"},
    {"genres": ["1"]},
    {"credits-0-is_lead": "on", "credits-0-credited_as": "Forged"},
    {"credits-0-character_en": "Forged"},
    {"credits-0-DELETE": "on"},
    {"credits-TOTAL_FORMS": "2", "credits-1-is_group": "on", "credits-1-group_de": "Chor",
     "credits-1-character_de": "Forged", "credits-1-position": "5"},
    {"countries-TOTAL_FORMS": "1", "countries-0-code": "FR", "countries-0-position": "0"},
    {"versions-0-runtime_seconds": "1"},
    {"versions-0-DELETE": "on"},
    {"placements-0-usage": "poster"},
    {"placements-0-DELETE": "on"},
    {"_saveasnew": "1"},
]  # fmt: skip


@pytest.mark.parametrize("forged", FORGED, ids=lambda changes: next(iter(changes)))
def test_forged_fields_of_a_translator_change_nothing(client, translator, film, forged):
    from editorial.documents import document_of

    before = document_of(film.record)
    response = send(client, film, **forged)
    assert response.status_code == (403 if "_saveasnew" in forged else 302)
    film.record.refresh_from_db()
    assert document_of(film.record) == before
    assert film.record.pinned is None
    assert Film.objects.count() == 1


def test_upload_by_a_translator_is_not_stored(client, translator, film):
    from assets.models import Image

    files = {"placements-0-upload": upload(colour=(90, 10, 10))}
    assert send(client, film, **files).status_code == 302
    assert Image.objects.count() == 1


def test_translator_writes_a_role_and_the_translation_of_a_quote(client, translator, film):
    from editorial.changes import change

    role = Role.objects.get(key="director")
    assert send(client, role, name_de="Spielleitung", name_en="X").status_code == 302
    role.refresh_from_db()
    assert (role.name_de, role.name_en) == ("Spielleitung", "Director")
    with change(None, "test"):
        item = PressItem.objects.create(film=film, title="Review", kind="review")
        Quote.objects.create(press_item=item, text="Fine.")
    assert send(client, item, **{"quotes-0-translation_de": "Schön."}).status_code == 302
    quote = Quote.objects.get()
    assert (quote.translation_de, quote.text) == ("Schön.", "Fine.")


def test_translator_opens_every_list_and_no_form_without_texts(client, translator):
    for model, desk in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        if desk.has_view_permission(type("Asked", (), {"user": translator})()):
            assert client.get(reverse(f"{name}_changelist")).status_code == 200, name
    assert client.post(reverse("admin:pages_redirect_add"), {}).status_code == 403


def test_viewer_sees_a_form_without_fields(client, film):
    client.force_login(make_member("viewer"))
    page = client.get(form_of(film))
    assert editable(page) == set()
    assert film.title_de in page.content.decode()
    assert client.post(form_of(film), {"title_de": "Forged"}).status_code == 403
    film.refresh_from_db()
    assert film.title_de != "Forged"


def test_ended_membership_is_out_at_the_next_request(client, film):
    user = make_member("editor")
    client.force_login(user)
    assert client.get(form_of(film)).status_code == 200
    Membership.objects.filter(user=user).update(ends_on=timezone.localdate() - timedelta(days=1))
    response = client.get(form_of(film))
    assert (response.status_code, response.url.partition("?")[0]) == (302, "/admin/login/")
    assert client.post(form_of(film), {"title_de": "X"}).status_code == 302
    film.refresh_from_db()
    assert film.title_de != "X"


def test_list_actions_of_a_translator_neither_delete_nor_withdraw(client, translator, film):
    publish(film.record, "de")
    url = reverse("admin:films_film_changelist")
    for action in ("delete_selected", "withdraw_selected"):
        data = {"action": action, "_selected_action": [film.pk], "post": "yes"}
        client.post(url, data)
    assert Publication.objects.live().filter(language="de").exists()
    assert Film.objects.count() == 1


def test_genre_in_a_form_of_a_viewer_is_only_shown(client):
    client.force_login(make_member("viewer"))
    page = client.get(form_of(Genre.objects.first()))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
