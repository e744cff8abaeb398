"""The desk page of a microsite's look."""

import re

import pytest
from django.urls import reverse

from editorial.changes import change
from editorial.models import Revision
from microsites.models import Theme
from microsites.theming import READY
from tests.factories import FilmFactory, make_image, make_member

pytestmark = pytest.mark.django_db
NIGHT = {"background_colour": "#101418", "surface_colour": "#101418", "text_colour": "#eeeeee"}


@pytest.fixture
def film():
    return FilmFactory()


@pytest.fixture
def editor_desk(client):
    client.force_login(make_member("editor"))
    return client


def at(film, name="look"):
    return reverse(f"microsite_desk_{name}", args=[film.pk])


def sent_by(client, film):
    """Return what the form of the page would send without script."""
    page = client.get(at(film))
    form = page.context["form"]
    data = {field.html_name: field.value() or "" for field in form}
    for name in [name for name in data if name.endswith("_colour")]:
        html = str(form[name])
        for part in ("pick", "was"):
            data[f"{name}-{part}"] = re.search(rf'name="{name}-{part}" value="([^"]*)"', html)[1]
    return data | {"version": page.context["version"]}


def send(client, film, **values):
    return client.post(at(film), sent_by(client, film) | values)


def give(film, **values):
    with change(None, "test"):
        return Theme.objects.create(film=film, **values)


def look_of(film):
    return Theme.objects.get(film=film)


def test_look_is_saved_and_in_the_films_history(editor_desk, film):
    answer = send(editor_desk, film, **NIGHT, heading_font="playfair", layout="split")
    assert answer.status_code == 302
    theme = look_of(film)
    assert (theme.text_colour, theme.heading_font, theme.layout) == (
        "#eeeeee", "playfair", "split",
    )  # fmt: skip
    latest = Revision.objects.filter(record=film.pk).latest("pk")
    assert latest.document["theme"][0]["text_colour"] == "#eeeeee"
    assert latest.reason == "Look of the microsite saved"


def test_page_sent_as_it_is_says_nothing_new(editor_desk, film):
    assert send(editor_desk, film).status_code == 302
    theme = look_of(film)
    assert [theme.background_colour, theme.text_colour, theme.heading_font] == ["", "", ""]


@pytest.mark.parametrize(
    ("typed", "picked", "stored"),
    [
        ("#EEE", None, "#eeeeee"),
        ("EEEEEE", None, "#eeeeee"),
        (None, "#dddddd", "#dddddd"),
        ("#eeeeee", "#dddddd", "#eeeeee"),
        ("", None, ""),
    ],
)
def test_colour_is_typed_or_picked_without_script(editor_desk, film, typed, picked, stored):
    give(film, text_colour="#cccccc")
    sent = {} if typed is None else {"text_colour": typed}
    sent |= {"text_colour-pick": picked} if picked else {}
    assert send(editor_desk, film, **sent).status_code == 302
    assert look_of(film).text_colour == stored


@pytest.mark.parametrize("typed", ["red", "#12345", "#gggggg", "url(x)", "#eeeeee;}", "x" * 100])
def test_what_is_no_colour_is_refused_and_kept_in_the_field(editor_desk, film, typed):
    page = send(editor_desk, film, text_colour=typed)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["text_colour"]
    assert page.context["form"]["text_colour"].value() == typed
    assert Theme.objects.count() == 0


def test_look_that_cannot_be_read_comes_back_with_what_would_do(editor_desk, film):
    page = send(editor_desk, film, **NIGHT | {"text_colour": "#333333", "link_colour": "#222222"})
    assert page.status_code == 422
    assert Theme.objects.count() == 0
    form = page.context["form"]
    assert sorted(form.errors) == ["link_colour", "text_colour"]
    buttons = re.findall(r'name="take" value="([^"]+)"', page.content.decode())
    assert [button.partition("=")[0] for button in buttons] == [
        "text_colour", "link_colour", "text_colour",
    ]  # fmt: skip
    sent = {field.html_name: field.value() or "" for field in form}
    again = editor_desk.post(at(film), sent | {"version": "", "take": buttons[0]})
    assert again.status_code == 422
    assert list(again.context["form"].errors) == ["link_colour"]
    last = editor_desk.post(at(film), sent | {"version": "", "take": buttons[2]})
    assert last.status_code == 302
    assert f"text_colour={look_of(film).text_colour}" == buttons[0]


def test_proposal_writes_no_other_field(editor_desk, film):
    other = FilmFactory()
    send(editor_desk, film, take=f"film={other.pk},uuid=x,text_colour=#fefefe")
    assert look_of(film).text_colour == "#fefefe"
    assert Theme.objects.filter(film=other).count() == 0


@pytest.mark.parametrize("key", sorted(READY))
def test_ready_look_is_put_on_whole_and_keeps_the_picture(editor_desk, film, key):
    picture = make_image()
    give(film, background_image=picture, width="narrow")
    version = editor_desk.get(at(film)).context["version"]
    answer = editor_desk.post(at(film), {"action": f"ready:{key}", "version": version})
    assert answer.status_code == 302
    theme = look_of(film)
    values = READY[key].values
    same = ("layout", "width", "navigation", "heading_font", "background_colour")
    assert {name: getattr(theme, name) for name in same} == {name: values[name] for name in same}
    assert theme.background_image == picture
    assert send(editor_desk, film).status_code == 302  # it can be read


def test_page_shows_every_ready_look_drawn(editor_desk, film):
    text = editor_desk.get(at(film)).content.decode()
    assert re.findall(r'name="action" value="ready:([^"]+)"', text) == list(READY)
    assert text.count('class="look-card__drawing"') == len(READY)
    assert "style=" not in text.partition('class="look-cards"')[2].partition("</ul>")[0]


def test_look_of_another_film_is_taken_with_its_picture(editor_desk, film):
    source, picture = FilmFactory(), make_image()
    give(source, **NIGHT, background_image=picture, heading_font="jura", surface_opacity=100)
    give(FilmFactory(), heading_font="bitter")
    page = editor_desk.get(at(film))
    assert page.context["others"][0][0] == source.pk
    sent = {"action": "other", "other": source.pk, "version": ""}
    assert editor_desk.post(at(film), sent).status_code == 302
    mine, theirs = look_of(film), look_of(source)
    assert (mine.text_colour, mine.background_image, mine.heading_font) == (
        "#eeeeee", picture, "jura",
    )  # fmt: skip
    assert mine.uuid != theirs.uuid


@pytest.mark.parametrize(
    "sent",
    [{"action": "ready:none"}, {"action": "other"}, {"action": "other", "other": "9" * 30},
     {"action": "other", "other": "x"}, {"action": "nonsense"}],
)  # fmt: skip
def test_look_that_is_not_there_changes_nothing(editor_desk, film, sent):
    answer = editor_desk.post(at(film), {**sent, "version": ""}, follow=True)
    assert "This look is not there any more." in answer.content.decode()
    assert Theme.objects.count() == 0


def test_usual_look_comes_back(editor_desk, film):
    give(film, **NIGHT)
    version = editor_desk.get(at(film)).context["version"]
    editor_desk.post(at(film), {"action": "remove", "version": version})
    assert Theme.objects.count() == 0


def test_who_was_overtaken_sees_both_and_saves_again(editor_desk, film):
    sent = sent_by(editor_desk, film)
    give(film, heading_font="bitter")
    page = editor_desk.post(at(film), sent | {"heading_font": "jura"})
    assert page.status_code == 409
    assert ("Font of headings", "Bitter") in page.context["theirs"]
    assert page.context["form"]["heading_font"].value() == "jura"
    assert look_of(film).heading_font == "bitter"
    version = page.context["version"]
    again = editor_desk.post(at(film), sent | {"heading_font": "jura", "version": version})
    assert again.status_code == 302
    assert look_of(film).heading_font == "jura"


@pytest.mark.parametrize("action", ["ready:orbit", "other", "remove"])
def test_button_pressed_on_an_old_page_does_nothing(editor_desk, film, action):
    give(film, heading_font="bitter")
    page = editor_desk.post(at(film), {"action": action, "version": "old"})
    assert page.status_code == 409
    assert "so nothing was done" in page.content.decode()
    assert look_of(film).heading_font == "bitter"


def test_translator_reads_the_look_in_words(client, film):
    give(film, **NIGHT, heading_font="playfair")
    client.force_login(make_member("translator", languages=["de"]))
    page = client.get(at(film))
    assert ("Font of headings", "Playfair Display") in page.context["words"]
    assert "data-look-form" not in page.content.decode()
    assert client.post(at(film), {"version": ""}).status_code == 403
    assert client.get(at(film, "look_try")).status_code == 403


def test_preview_gets_the_style_of_what_is_typed(editor_desk, film, client):
    typed = sent_by(editor_desk, film) | NIGHT | {"heading_font": "jura", "layout": "split"}
    found = editor_desk.get(at(film, "look_try"), typed).json()
    assert found["mistakes"] == {}
    assert "layout-split" in found["classes"]
    assert "101418" in found["stylesheet"]
    assert client.get(found["stylesheet"]).status_code == 200
    wrong = editor_desk.get(at(film, "look_try"), typed | {"text_colour": "#222222"}).json()
    assert list(wrong["mistakes"]) == ["text_colour"]
    assert list(wrong["better"]) == ["text_colour"]
    assert Theme.objects.count() == 0


def test_letters_of_all_fonts_are_named_for_the_drawings(editor_desk, film):
    answer = editor_desk.get(at(film, "look_letters"))
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert 'font-family:"Playfair Display"' in answer.content.decode()


def test_page_costs_the_same_with_many_looks_of_others(
    editor_desk, film, django_assert_num_queries
):
    give(film)
    for count in (1, 3):
        give(FilmFactory())
        if count == 3:
            give(FilmFactory())
        editor_desk.get(at(film))
        with django_assert_num_queries(8):
            editor_desk.get(at(film))
