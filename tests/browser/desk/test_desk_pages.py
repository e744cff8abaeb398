"""The pages of the desk obey the same strict policy as the public ones, whatever is opened."""

import os
import re
from collections.abc import Iterator
from itertools import islice

import pytest

from tests.browser.desk.editor import add_row, begin_film, log_in
from tests.browser.visitor import load_pictures, overflow

# `EVERY_ADDRESS=1` opens one page of every kind: some 170, two minutes.
MOST = None if os.environ.get("EVERY_ADDRESS") else 45
LINKS = "[...document.querySelectorAll('a[href^=\"/admin/\"]')].map((a) => a.getAttribute('href'))"
# What is downloaded, and what would end the walk.
NO_PAGE = re.compile(r"logout|export|jsi18n|\.(zip|csv|docx|json)|/(csv|docx|pdf)/")
NUMBER = re.compile(r"[0-9a-f-]{36}|[0-9]+")


def kind_of(address: str) -> str:
    return NUMBER.sub("N", address.partition("?")[0])


def test_every_kind_of_page_opens_without_a_violation(visitor):
    """Follow the links of the desk, to one page of each kind; the nearest first."""
    desk = log_in(visitor)
    found = {"/admin/": "/admin/"}
    for kind in islice(iterate(found), MOST):
        assert desk.goto(found[kind]).status == 200, found[kind]
        for link in desk.evaluate(LINKS):
            address = link.partition("#")[0]
            if not NO_PAGE.search(address):
                found.setdefault(kind_of(address), address)
    assert len(found) > 45


def iterate(growing: dict[str, str]) -> Iterator[str]:
    """Yield the keys in their order, those that come meanwhile as well."""
    number = 0
    while number < len(growing):
        yield list(growing)[number]
        number += 1


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
