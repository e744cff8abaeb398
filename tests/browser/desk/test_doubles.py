"""Likely doubles on a phone, with the keyboard."""

from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers, overflow


def test_two_are_told_apart_and_again_with_the_keyboard_on_a_phone(visitor):
    desk = log_in(visitor, width=390)
    for _time in range(2):
        desk.goto("/admin/people/person/add/")
        desk.locator("#id_name").fill("Zoltan Querfeldein")
        desk.locator("[name=_save]").click()
        desk.locator(".messagelist .success").wait_for()
    desk.goto("/admin/people/doubles/")
    button = desk.get_by_role("button", name="Verschiedene Personen Zoltan Querfeldein")
    button.wait_for()
    assert (overflow(desk), find_barriers(desk)) == (0, [])
    button.focus()
    desk.keyboard.press("Enter")
    desk.locator(".messagelist .success").wait_for()
    assert button.count() == 0
    desk.goto("/admin/people/doubles/apart/")
    back = desk.get_by_role("button", name="Zurücknehmen Zoltan Querfeldein")
    assert (overflow(desk), find_barriers(desk)) == (0, [])
    back.focus()
    desk.keyboard.press("Enter")
    desk.locator(".messagelist .success").wait_for()
    assert back.count() == 0
