"""The pages of the desk obey the same strict policy as the public ones, whatever is opened."""

import pytest

from tests.browser.desk.editor import add_row, begin_film, log_in
from tests.browser.visitor import load_pictures, overflow

ROOMS = [
    "films/film",
    "films/genre",
    "films/pressitem",
    "people/person",
    "people/company",
    "people/role",
    "festivals/festival",
    "festivals/edition",
    "festivals/venue",
    "assets/image",
    "pages/page",
    "pages/redirect",
]


def test_every_room_opens_without_a_violation(visitor):
    desk = log_in(visitor)
    for room in ROOMS:
        assert desk.goto(f"/admin/{room}/").status == 200, room
        assert desk.goto(f"/admin/{room}/add/").status == 200, room


def test_person_is_picked_for_a_credit(visitor):
    desk = log_in(visitor)
    begin_film(desk, "Harbour Master", "Hafenmeister")
    add_row(desk, "Nennung")
    row = desk.locator("#credits-0")
    pick(desk, row.locator(".field-role"), "Regie")
    pick(desk, row.locator(".field-person"), "Veit Helmer", exact=False)
    desk.get_by_role("button", name="Speichern und weiter bearbeiten").first.click()
    desk.locator(".messagelist .success").wait_for()
    saved = desk.locator("#credits-0 .select2-selection__rendered").all_inner_texts()
    assert [text.strip("×\n ") for text in saved] == ["Regie", "Veit Helmer"]


def pick(desk, field, name: str, exact: bool = True) -> None:
    """Open the field that completes a name, type it and take what is offered.

    People are offered with what tells them from namesakes: not `exact`.
    """
    field.locator(".select2-selection").click()
    desk.locator(".select2-search__field").last.fill(name)
    option = desk.get_by_role("option", name=name, exact=exact)
    option.wait_for()
    option.click()


def test_date_is_taken_from_the_calendar(visitor):
    desk = log_in(visitor)
    begin_film(desk, "Day by Day", "Tag für Tag")
    add_row(desk, "Festivalteilnahme")
    field = desk.locator("#selections-0 .field-shown_on")
    field.get_by_role("link", name="Heute").click()
    today = field.locator("input").input_value()
    field.locator(".date-icon").click()
    desk.locator(".calendarbox").get_by_role("link", name="15", exact=True).first.click()
    chosen = field.locator("input").input_value()
    assert (chosen[:2], chosen[2:]) == ("15", today[2:])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_of_the_desk_are_there(visitor, scheme):
    desk = log_in(visitor)
    desk.emulate_media(color_scheme=scheme)
    desk.goto("/admin/films/film/")
    load_pictures(desk)
    boxes = desk.locator("img.thumbnail").evaluate_all(
        "all => all.map((one) => [one.naturalWidth > 0, one.getBoundingClientRect().width > 30])"
    )
    assert boxes == [[True, True]] * 11


def test_list_finds_a_film_by_either_title_and_by_a_name(visitor):
    desk = log_in(visitor)
    for words in ("Kennung", "Every Fifteen", "Morgenroth"):
        desk.goto("/admin/films/film/")
        desk.locator("#searchbar").fill(words)
        desk.get_by_role("button", name="Suche").click()
        desk.wait_for_url("**/?q=*")
        assert desk.locator("#result_list tbody tr").count() == 1, words


@pytest.mark.parametrize("width", [390, 1400])
def test_languages_stand_side_by_side_without_covering_each_other(visitor, width):
    desk = log_in(visitor, width=width)
    desk.goto("/admin/films/film/")
    desk.get_by_role("link", name="Baikonur").click()
    desk.locator("#film_form").wait_for()
    assert overflow(desk) == 0
    cut = desk.locator(".form-multiline :is(input, textarea):visible").evaluate_all(
        """all => all.filter((field) => {
          const own = field.getBoundingClientRect();
          const room = field.closest(".form-multiline > div").getBoundingClientRect();
          return own.left < room.left - 1 || own.right > room.right + 1;
        }).map((field) => field.name)"""
    )
    assert cut == []
