"""A merge is taken apart on a phone, with the keyboard."""

from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers, overflow


def test_merge_is_taken_apart_with_the_keyboard_on_a_phone(visitor):
    desk = log_in(visitor, width=390)
    desk.goto("/admin/people/person/")
    boxes = desk.locator("#result_list input.action-select")
    ids = [boxes.nth(number).get_attribute("value") for number in (0, 1)]
    desk.goto(f"/admin/people/person/merge/?ids={','.join(ids)}")
    desk.get_by_role("button", name="Zusammenführen", exact=True).click()
    desk.locator(".messagelist .success a").click()
    button = desk.get_by_role("button", name="Zusammenführung aufheben")
    button.wait_for()
    assert overflow(desk) == 0
    assert find_barriers(desk) == []
    button.focus()
    desk.keyboard.press("Enter")
    desk.locator(".messagelist .success").wait_for()
    assert overflow(desk) == 0
    for pk in ids:
        assert desk.goto(f"/admin/people/person/{pk}/change/").status == 200
