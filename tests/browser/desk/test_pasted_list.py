"""A pasted list outlives the end of the session, a second press and a slip of the mouse."""

from tests.browser.desk.editor import log_in
from tests.browser.world import EDITOR, PASSWORD

TAKE = "Diese Nennungen hinzufügen"


def test_list_is_kept_when_the_session_ends_and_is_added_once(visitor):
    page = log_in(visitor)
    page.goto("/admin/films/film/add/")
    page.locator("#id_title_en").fill("Pasted List")
    page.locator("[name=_continue]").last.click()
    page.wait_for_url("**/change/**")
    desk = page.url.partition("/change/")[0] + "/credits/"
    page.goto(desk + "paste/")
    page.locator("textarea").fill("Regieassistenz, Anna Eins; Berta Zwei; Cora Drei")
    page.locator("form [type=submit]").last.click()
    page.locator(".paste__table").wait_for()
    page.locator("[name=row-2-name]").fill("Cora Vier")

    context = page.context
    context.clear_cookies()
    page.get_by_role("button", name=TAKE).click()
    page.get_by_text("Sie sind abgemeldet.").wait_for()
    assert page.locator("[name=row-2-name]").input_value() == "Cora Vier"

    other = context.new_page()
    other.goto("/admin/")
    other.get_by_label("Benutzername").fill(EDITOR)
    other.get_by_label("Passwort").fill(PASSWORD)
    other.get_by_role("button", name="Anmelden", exact=True).click()
    other.locator("#user-tools").wait_for()

    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Abbrechen").click()
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    page.get_by_role("button", name=TAKE).dblclick()
    page.locator(".credits-section").first.wait_for()
    assert page.url == desk
    shown = page.locator(".credit__name b").all_inner_texts()
    assert shown == ["Anna Eins", "Berta Zwei", "Cora Vier"]
    assert asked == ["beforeunload"]
