"""/admin/films/film/<id>/press-kits/: what is missing, what to build, what there is."""

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.urls import reverse

from editorial.changes import change
from press.building.files import stored_name
from press.models import Kit
from tests.factories import FilmFactory, make_member
from tests.microsites.making import go_live
from tests.press.building import tiny

pytestmark = pytest.mark.django_db
CHOICE = {"editions": ["en"], "formats": [tiny.FORMAT.value]}


@pytest.fixture(autouse=True)
def only_tiny(monkeypatch):
    tiny.offer(monkeypatch)
    cache.clear()


@pytest.fixture
def film():
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", title_en="Ferry",
                       title_de="Fähre", logline_en="A ferry sails.")  # fmt: skip
    go_live(film, "en")
    return film


@pytest.fixture
def editor(client):
    client.force_login(make_member("editor"))
    return client


@pytest.fixture
def press(editor, film, django_capture_on_commit_callbacks):
    """Press the button: jobs are done before the answer is looked at."""

    def press(data, name="press_kits", *args):
        with django_capture_on_commit_callbacks(execute=True):
            return editor.post(reverse(name, args=args or [film.pk]), data)

    return press


def test_it_builds_what_was_chosen_and_offers_the_file(press, editor, film):
    response = press(CHOICE)
    assert (response.status_code, response.url) == (302, f"/admin/films/film/{film.pk}/press-kits/")
    kit = Kit.objects.get()
    assert (kit.state, kit.asked_by.username) == ("ready", "editor")
    file = editor.get(reverse("press_kit_download", args=[film.pk, kit.pk]))
    assert b"".join(file.streaming_content) == b"en: Ferry\n"
    assert file["Content-Disposition"] == 'attachment; filename="ferry_press-kit_en.docx"'
    assert "no-store" in file["Cache-Control"]


def test_it_remembers_the_gaps(press):
    press(CHOICE)
    gaps = Kit.objects.get().gaps
    assert {"code": "no still", "language": "", "values": {}} in gaps
    assert {"code": "empty", "language": "en", "values": {"field": "synopsis_long"}} in gaps


def test_it_builds_two_languages_in_one(press, film):
    go_live(film, "de")
    press({**CHOICE, "editions": ["de,en"]})
    with default_storage.open(stored_name(Kit.objects.get().sha256, tiny.FORMAT)) as file:
        assert file.read() == "de: Fähre\nen: Ferry\n".encode()


def test_it_refuses_a_language_that_is_not_live_but_builds_a_draft(press):
    response = press({**CHOICE, "editions": ["de"]})
    assert response.status_code == 422
    assert "Not live in German: publish it first, or build a draft." in response.content.decode()
    assert not Kit.objects.exists()
    press({**CHOICE, "editions": ["de"], "is_draft": "on"})
    assert Kit.objects.get().is_draft


@pytest.mark.parametrize(
    "data",
    [{}, {"editions": ["xx"], "formats": ["docx"]}, {"editions": ["en"], "formats": ["pdf\x00"]},
     {"editions": ["en"], "formats": ["pdf"]}],
    ids=["nothing", "language", "nul", "format that is not there"],
)  # fmt: skip
def test_it_answers_bad_input_with_the_form(press, data):
    assert press(data).status_code in (400, 422)
    assert not Kit.objects.exists()


def test_it_says_out_of_date_and_builds_again(press, editor, film):
    press(CHOICE)
    page = reverse("press_kits", args=[film.pk])
    assert "out of date" not in editor.get(page).content.decode()
    with change(None, "test"):
        film.title_en = "Raft"
        film.save()
    go_live(film, "en")
    assert "out of date" in editor.get(page).content.decode()
    press({}, "press_kit_again", film.pk, Kit.objects.get().pk)
    latest = Kit.objects.first()
    assert (latest.state, Kit.objects.count()) == ("ready", 2)


def test_lost_file_leads_back_to_the_list(press, editor, film):
    press(CHOICE)
    kit = Kit.objects.get()
    default_storage.delete(stored_name(kit.sha256, tiny.FORMAT))
    response = editor.get(reverse("press_kit_download", args=[film.pk, kit.pk]))
    assert (response.status_code, response.url) == (302, reverse("press_kits", args=[film.pk]))


def test_kit_of_another_film_is_not_found(press, editor):
    press(CHOICE)
    other = FilmFactory()
    url = reverse("press_kit_download", args=[other.pk, Kit.objects.get().pk])
    assert editor.get(url).status_code == 404


def test_file_is_no_public_file(press, client):
    press(CHOICE)
    name = stored_name(Kit.objects.get().sha256, tiny.FORMAT)
    assert client.get(f"/media/{name}").status_code == 404


def test_viewer_downloads_but_does_not_build(press, client, film):
    press(CHOICE)
    client.force_login(make_member("viewer"))
    page = client.get(reverse("press_kits", args=[film.pk])).content.decode()
    assert "ferry_press-kit_en.docx" in page
    assert "Build" not in page
    assert client.post(reverse("press_kits", args=[film.pk]), CHOICE).status_code == 403


def test_translator_builds_in_own_languages_and_no_draft(client, film):
    client.force_login(make_member("translator", languages=["de"]))
    page = reverse("press_kits", args=[film.pk])
    assert client.post(page, CHOICE).status_code == 422
    go_live(film, "de")
    client.post(page, {**CHOICE, "editions": ["de"], "is_draft": "on"})
    assert Kit.objects.values_list("languages", "is_draft").get() == ("de", False)


def test_translator_does_not_build_a_kit_of_another_language_again(press, client, film):
    press(CHOICE)
    client.force_login(make_member("translator", languages=["de"]))
    url = reverse("press_kit_again", args=[film.pk, Kit.objects.get().pk])
    assert client.post(url).status_code == 403


def test_list_alone_is_what_the_page_shows(press, editor, film):
    press(CHOICE)
    part = editor.get(reverse("press_kits_list", args=[film.pk])).content.decode()
    assert part.count("data-kit=") == 1
    assert "data-busy" not in part
    Kit.objects.update(state="building", step="Setting pages", progress=40)
    part = editor.get(reverse("press_kits_list", args=[film.pk])).content.decode()
    assert "data-busy" in part
    assert "Setting pages" in part


def test_films_of_the_list_are_built_together(editor, film, django_capture_on_commit_callbacks):
    other = FilmFactory(key="raft", title_en="Raft", slug_en="raft", logline_en="A raft.")
    chosen = {"action": "choose_kits", "_selected_action": [film.pk, other.pk]}
    response = editor.post(reverse("admin:films_film_changelist"), chosen)
    assert response.url == f"/admin/films/film/press-kits/?films={film.pk},{other.pk}"
    assert editor.get(response.url).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        page = editor.post(response.url, CHOICE, follow=True).content.decode()
    # The other one is not live, which is said, and does not keep the first one waiting.
    assert list(Kit.objects.values_list("record", "state")) == [(film.pk, "ready")]
    assert "Raft: Not live in English" in page


@pytest.mark.parametrize("films", ["", "x", "1,,²", "9" * 30, "%00"])
def test_films_that_are_none_are_left_out(editor, films):
    assert editor.get(f"/admin/films/film/press-kits/?films={films}").status_code in (200, 400)


def test_form_of_the_film_has_a_door(editor, film):
    page = editor.get(reverse("admin:films_film_change", args=[film.pk])).content.decode()
    assert f'href="{reverse("press_kits", args=[film.pk])}"' in page


@pytest.mark.parametrize("more", [0, 2])
def test_queries_do_not_depend_on_how_many_kits_there_are(
    press, editor, film, more, django_assert_num_queries
):
    press(CHOICE)
    kit = Kit.objects.get()
    for number in range(more):
        kit.pk, kit.sha256 = None, str(number) * 64
        kit.save()
    url = reverse("press_kits_list", args=[film.pk])
    editor.get(url)
    with django_assert_num_queries(QUERIES):
        editor.get(url)


QUERIES = 6


def open_kit(film, **facts):
    facts = {"languages": "en", "format": tiny.FORMAT.value, "state": "waiting", **facts}
    return Kit.objects.create(record=film.record, **facts)


@pytest.mark.parametrize("state", ["waiting", "building", "failed"])
def test_kit_that_is_not_ready_is_taken_away(press, editor, film, state):
    kit = open_kit(film, state=state)
    response = press({}, "press_kit_remove", film.pk, kit.pk)
    assert (response.status_code, response.url) == (302, reverse("press_kits", args=[film.pk]))
    assert not Kit.objects.exists()
    assert editor.get(reverse("press_kit_remove", args=[film.pk, kit.pk])).status_code == 405


def test_built_kit_is_deleted_and_the_press_area_offers_it_no_more(press, editor, film):
    press(CHOICE)
    kit = Kit.objects.get()
    press({"state": "ready"}, "press_kit_remove", film.pk, kit.pk)
    assert (Kit.objects.exists(), default_storage.exists(stored_name(kit.sha256, tiny.FORMAT))) == (
        False,
        False,
    )
    page = editor.get(reverse("press_kits", args=[film.pk])).content.decode()
    assert "The kit was deleted. The press area no longer offers it." in page


def test_kit_that_was_built_meanwhile_stays(press, editor, film):
    press(CHOICE)
    press({"state": "waiting"}, "press_kit_remove", film.pk, Kit.objects.get().pk)
    assert Kit.objects.get().state == "ready"
    page = editor.get(reverse("press_kits", args=[film.pk])).content.decode()
    assert "The kit has been built meanwhile." in page


def test_translator_takes_away_no_kit_of_another_language(client, film):
    kit = open_kit(film)
    client.force_login(make_member("translator", languages=["de"]))
    url = reverse("press_kit_remove", args=[film.pk, kit.pk])
    assert client.post(url).status_code == 403
    assert Kit.objects.filter(pk=kit.pk).exists()


def test_step_is_said_in_the_reader_s_language(editor, film):
    open_kit(film, state="building", step="Setting the pages")
    url = reverse("press_kits_list", args=[film.pk])
    page = editor.get(url, headers={"accept-language": "de"}).content.decode()
    assert "Die Seiten werden gesetzt" in page


def test_kit_that_nobody_is_about_to_build_is_asked_for_again(press, film):
    kit = open_kit(film, state="building")
    press(CHOICE)
    kit.refresh_from_db()
    assert (kit.state, Kit.objects.count()) == ("ready", 1)


def test_older_kits_of_a_choice_are_folded(press, editor, film):
    press(CHOICE)
    with change(None, "test"):
        film.title_en = "Raft"
        film.save()
    go_live(film, "en")
    press(CHOICE)
    page = editor.get(reverse("press_kits_list", args=[film.pk])).content.decode()
    latest, _, older = page.partition("press-kits__older")
    assert (latest.count("data-kit="), older.count("data-kit=")) == (1, 1)
    assert "out of date" not in latest
