"""Every page of the admin opens, in both languages, and films are edited and published there."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from editorial.models import Publication, Revision
from editorial.publishing import publish
from films.models import Credit, Film, Placement
from tests.factories import (
    CreditFactory,
    EditionFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    VersionFactory,
    make_image,
    place,
    upload,
)

pytestmark = pytest.mark.django_db
# Rows that only actions make; nobody types them.
MADE_ELSEWHERE = {
    "desk.Erasure", "desk.ImportRun",
    "editorial.AuditEntry", "editorial.Publication", "editorial.Revision", "editorial.ShareLink",
    "pages.MissingAddress",
}  # fmt: skip
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)


def form_data(response) -> dict[str, object]:
    """Return what a browser would send back if nobody changed anything."""
    data: dict[str, object] = {}
    context = response.context
    forms = [context["adminform"].form]
    for formset in context["inline_admin_formsets"]:
        forms.append(formset.formset.management_form)
        forms.extend(formset.formset.forms)
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is None or value is False:
                continue
            widget = bound.field.widget
            if hasattr(widget, "decompress"):
                for n, part in enumerate(widget.decompress(value)):
                    data[f"{bound.html_name}_{n}"] = part or ""
            else:
                data[bound.html_name] = bound.field.prepare_value(value)
    return data


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_list_and_form_open(desk, model, language):
    headers = {"HTTP_ACCEPT_LANGUAGE": language}
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert desk.get(reverse(f"{name}_changelist"), {"q": "x"}, **headers).status_code == 200
    response = desk.get(reverse(f"{name}_add"), **headers)
    assert response.status_code == (403 if model._meta.label in MADE_ELSEWHERE else 200)


def test_film_form_opens_with_everything(desk):
    film = CreditFactory().film
    VersionFactory(film=film)
    place(film, make_image())
    response = desk.get(reverse("admin:films_film_change", args=[film.pk]))
    assert response.status_code == 200
    assert [row.state.language for row in response.context["panel"]] == ["en", "de"]


def test_new_film_is_entered(desk):
    url = reverse("admin:films_film_add")
    data = form_data(desk.get(url)) | {
        "title_en": "The Lamp", "title_de": "Die Lampe", "year": "2020", "category": "short",
        "countries-TOTAL_FORMS": "1", "countries-0-code": "DE", "countries-0-position": "0",
    }  # fmt: skip
    response = desk.post(url, data)
    assert response.status_code == 302, response.context["adminform"].form.errors
    film = Film.objects.get()
    assert (film.slug_en, film.slug_de, film.key) == ("the-lamp", "die-lampe", "the-lamp")
    assert [country.code for country in film.countries.all()] == ["DE"]
    assert Revision.objects.filter(record=film.record, line="desk").count() == 1


def post_film(desk, film, **changes):
    url = reverse("admin:films_film_change", args=[film.pk])
    return desk.post(url, form_data(desk.get(url)) | changes, follow=True)


def test_button_saves_and_asks(desk):
    film = FilmFactory()
    response = post_film(desk, film, title_de="Die letzte Fähre", _publish="de")
    film.refresh_from_db()
    assert film.title_de == "Die letzte Fähre"
    assert not Publication.objects.exists()
    desk.post(response.redirect_chain[-1][0], {"state": response.context["forecast"].state})
    live = Publication.objects.live().get(record=film.record, language="de")
    assert live.title == "Die letzte Fähre"
    assert not Publication.objects.filter(record=film.record, language="en").exists()


def test_blocked_language_is_saved_but_not_published(desk):
    film = FilmFactory(year=None)
    response = post_film(desk, film, title_de="Die letzte Fähre", _publish="de")
    film.refresh_from_db()
    assert film.title_de == "Die letzte Fähre"
    assert response.context["may_confirm"] is False
    assert "The year is missing." in response.content.decode()


@pytest.mark.parametrize("moment", ["", "2001-01-01T09:00", "2099-03-29T02:30", "tomorrow"])
def test_impossible_moment_is_said_after_saving(desk, moment):
    film = FilmFactory()
    response = post_film(
        desk, film, title_en="The Last Ferry", _schedule="en", _schedule_at_en=moment
    )
    film.refresh_from_db()
    assert film.title_en == "The Last Ferry"
    assert response.context["error"]
    assert not Publication.objects.exists()


def test_withdrawing_asks(desk):
    film = FilmFactory()
    publish(film.record, "en")
    response = desk.get(reverse("admin:films_film_withdraw", args=[film.pk, "en"]))
    assert response.context["farewell"].is_live
    assert Publication.objects.live().filter(language="en").exists()


def test_long_credits_stand_only_on_their_desk(desk):
    film = FilmFactory()
    for _n in range(26):
        CreditFactory(film=film)
    url = reverse("admin:films_film_change", args=[film.pk])
    data = form_data(desk.get(url))
    assert "credits-TOTAL_FORMS" not in data
    assert desk.post(url, data).status_code == 302
    assert Credit.objects.filter(film=film).count() == 26


def test_still_is_uploaded_in_the_film_form(desk):
    film = FilmFactory()
    response = post_film(desk, film, **{
        "placements-TOTAL_FORMS": "1", "placements-0-usage": "still",
        "placements-0-position": "0", "placements-0-upload": upload(),
    })  # fmt: skip
    assert response.status_code == 200
    placement = Placement.objects.get()
    assert (placement.image.width, placement.image.height) == (900, 600)


def test_refused_still_keeps_the_rest_of_the_form(desk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    film = FilmFactory()
    bad = SimpleUploadedFile("still.jpg", b"<html>", "image/jpeg")
    response = post_film(desk, film, title_en="A new title", **{
        "placements-TOTAL_FORMS": "1", "placements-0-usage": "still",
        "placements-0-position": "0", "placements-0-upload": bad,
    })  # fmt: skip
    assert "A new title" in response.content.decode()
    assert not Placement.objects.exists()
    assert Film.objects.get().title_en != "A new title"


def test_taken_address_is_named(desk):
    taken = FilmFactory(slug_de="faehre", title_de="Die Fähre")
    film = FilmFactory()
    response = post_film(desk, film, slug_de="faehre")
    errors = response.context["adminform"].form.errors
    assert errors == {"slug_de": [f"“faehre” is the address of “{taken}”. Choose another."]}


def test_reserved_address_is_refused(desk):
    film = FilmFactory()
    response = post_film(desk, film, slug_en="people")
    assert list(response.context["adminform"].form.errors) == ["slug_en"]


def test_person_of_a_live_film_cannot_be_deleted(desk):
    credit = CreditFactory()
    publish(credit.film.record, "en")
    Credit_url = reverse("admin:people_person_delete", args=[credit.person.pk])
    response = desk.post(Credit_url, {"post": "yes"})
    assert response.status_code == 200
    assert response.context["protected"]


def test_autocomplete_finds_people_and_editions(desk):
    PersonFactory(name="Ada Lindqvist")
    EditionFactory()
    found = desk.get(
        reverse("admin:autocomplete"),
        {"term": "Lindq", "app_label": "films", "model_name": "credit", "field_name": "person"},
    ).json()
    assert [row["text"] for row in found["results"]] == ["Ada Lindqvist"]
    found = desk.get(
        reverse("admin:autocomplete"),
        {"term": "Harb", "app_label": "films", "model_name": "selection", "field_name": "edition"},
    ).json()
    assert len(found["results"]) == 1


def press_publish(desk, page, language: str):
    """Press the button of a page's form, then that of the question."""
    url = reverse("admin:pages_page_change", args=[page.pk])
    asked = desk.post(url, form_data(desk.get(url)) | {"_publish": language}, follow=True)
    state = asked.context["forecast"].state
    return desk.post(asked.redirect_chain[-1][0], {"state": state})


def test_page_is_published(desk):
    page = PageFactory()
    press_publish(desk, page, "de")
    assert Publication.objects.live().get(record=page.record, language="de").path == page.slug_de


@pytest.mark.parametrize(
    ("typed", "seconds"), [("95", 5700), ("95 min", 5700), ("5:30", 330), ("1:35:00", 5700)]
)
def test_runtime_is_typed_as_people_write_it(desk, typed, seconds):
    version = VersionFactory()
    post_film(desk, version.film, **{"versions-0-runtime_seconds": typed})
    version.refresh_from_db()
    assert version.runtime_seconds == seconds


def test_languages_are_typed_with_commas(desk):
    version = VersionFactory()
    post_film(desk, version.film, **{"versions-0-dialogue_languages": "ru, kk"})
    version.refresh_from_db()
    assert version.dialogue_languages == ["ru", "kk"]


def test_unknown_language_is_refused(desk):
    version = VersionFactory()
    response = post_film(desk, version.film, **{"versions-0-dialogue_languages": "ru, klingon!"})
    assert "klingon!" in response.content.decode()
    version.refresh_from_db()
    assert version.dialogue_languages == []


def test_pinned_film_stands_first_at_once(desk):
    first, second = FilmFactory(year=2000), FilmFactory(year=2020)
    for film in (first, second):
        publish(film.record, "en")
    assert [t.record_id for t in desk.get("/en/").context["tiles"]] == [second.pk, first.pk]
    post_film(desk, first, pinned="1")
    assert [t.record_id for t in desk.get("/en/").context["tiles"]] == [first.pk, second.pk]
    post_film(desk, first, pinned="")
    assert [t.record_id for t in desk.get("/en/").context["tiles"]] == [second.pk, first.pk]


def test_screening_is_entered_in_the_time_of_its_venue(desk):
    from editorial.changes import change
    from festivals.models import Venue
    from films.models import Screening

    film = FilmFactory()
    with change(None, "test"):
        venue = Venue.objects.create(name="Kino", city="Almaty", country="KZ", zone="Asia/Almaty")
    row = {
        "screenings-TOTAL_FORMS": "1", "screenings-0-venue": str(venue.pk),
        "screenings-0-position": "0", "screenings-0-local_time_0": "2099-01-01",
        "screenings-0-local_time_1": "20:00",
    }  # fmt: skip
    post_film(desk, film, **row)
    assert Screening.objects.get().local_time.isoformat() == "2099-01-01T15:00:00+00:00"
    page = desk.get(reverse("admin:films_film_change", args=[film.pk]))
    assert str(form_data(page)["screenings-0-local_time_1"])[:5] == "20:00"
    assert re.findall(r'value="(20:00[^"]*)"', page.content.decode()) == ["20:00"]
    publish(film.record, "de")
    assert "20:00" in desk.get(f"/de/{film.slug_de}/").content.decode()


def test_two_main_versions_are_refused(desk):
    version = VersionFactory()
    VersionFactory(film=version.film, is_main=False)
    response = post_film(
        desk, version.film, **{"versions-0-is_main": "on", "versions-1-is_main": "on"}
    )
    assert "Only one version can be the main one." in response.content.decode()


def test_upload_beside_an_error_leaves_nothing_behind(desk):
    from assets.models import Image

    film = FilmFactory()
    post_film(desk, film, year="99", **{
        "placements-TOTAL_FORMS": "1", "placements-0-usage": "still",
        "placements-0-position": "0", "placements-0-upload": upload(),
    })  # fmt: skip
    assert not Image.objects.exists()


@pytest.mark.parametrize("typed", ["24-04-1968", "1968-04-31", "1968-4", "soon"])
def test_impossible_birthday_is_refused(desk, typed):
    person = PersonFactory()
    url = reverse("admin:people_person_change", args=[person.pk])
    response = desk.post(url, form_data(desk.get(url)) | {"born_on": typed})
    assert list(response.context["adminform"].form.errors) == ["born_on"]


def test_child_page_waits_for_its_parent(desk):
    parent = PageFactory(slug_en="workshops")
    child = PageFactory(slug_en="tbilisi", parent=parent)
    press_publish(desk, child, "en")
    assert not Publication.objects.exists()
    publish(parent.record, "en")
    press_publish(desk, child, "en")
    assert desk.get("/en/workshops/tbilisi/").status_code == 200


def test_same_word_may_stand_below_two_pages(desk):
    PageFactory(slug_en="about", slug_de="about")
    parent = PageFactory(slug_en="workshops")
    child = PageFactory(slug_en="x", parent=parent)
    url = reverse("admin:pages_page_change", args=[child.pk])
    assert desk.post(url, form_data(desk.get(url)) | {"slug_en": "about"}).status_code == 302


def test_key_of_a_role_is_given_once(desk):
    from people.models import Role

    role = Role.objects.get(key="director")
    url = reverse("admin:people_role_change", args=[role.pk])
    assert "key" not in desk.get(url).context["adminform"].form.fields


def test_film_is_saved_though_the_video_of_an_imported_trailer_is_missing(desk):
    from editorial.changes import change
    from films.models import Trailer

    film = FilmFactory()
    with change(None, "test"):
        Trailer.objects.create(film=film, poster=make_image())
    url = reverse("admin:films_film_change", args=[film.pk])
    data = form_data(desk.get(url))
    assert desk.post(url, {**data, "title_en": "New"}).status_code == 302
    assert Film.objects.get().title_en == "New"


def test_subtitles_are_uploaded_to_a_trailer_and_served_once_live(desk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from films.models import TextTrack, Trailer
    from tests.factories import add_trailer

    film = FilmFactory()
    add_trailer(film)
    url = reverse("admin:films_trailer_change", args=[Trailer.objects.get().pk])
    text = b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n"
    data = form_data(desk.get(url)) | {
        "tracks-TOTAL_FORMS": "1", "tracks-0-kind": "subtitles", "tracks-0-language": "en",
        "tracks-0-upload": SimpleUploadedFile("en.vtt", text),
    }  # fmt: skip
    assert desk.post(url, data).status_code == 302
    file = TextTrack.objects.get().file
    address = f"/media/subtitles/{file.sha256[:2]}/{file.sha256}.vtt"
    desk.logout()
    assert desk.get(address).status_code == 404
    publish(film.record, "en")
    assert address in desk.get(f"/en/{film.slug_en}/").content.decode()
    assert b"".join(desk.get(address).streaming_content) == text


def test_edition_that_is_still_published_cannot_be_deleted(desk):
    from editorial.changes import change
    from tests.factories import SelectionFactory

    selection = SelectionFactory()
    film, edition = selection.film, selection.edition
    publish(film.record, "en")
    with change(None, "test"):
        selection.delete()
    url = reverse("admin:festivals_edition_delete", args=[edition.pk])
    response = desk.post(url, {"post": "yes"})
    assert response.context["protected"] == [f"{film.key}, as published"]
    publish(film.record, "en")
    assert desk.post(url, {"post": "yes"}).status_code == 302
