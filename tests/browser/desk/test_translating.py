"""All prose of Baikonur is translated on one screen, by keyboard alone."""

import json

import pytest

from tests.browser import world
from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers, load_pictures, overflow
from tests.browser.world import EDITOR, PASSWORD

# The German of the film, its rows and its pictures goes; the title and the address stay.
EMPTY = """
from assets.models import Image
from editorial.changes import change
from editorial.kinds import kind_of
from editorial.models import Record
from editorial.translating.texts import fields_of
from films.models import Placement
film = Record.objects.get(kind="film", key="baikonur")
images = Placement.objects.filter(film=film.pk).values_list("image", flat=True)
parts = [(part, {part.owner or "pk": film.pk}) for part in kind_of("film").parts]
parts.append((kind_of("image").main, {"pk__in": list(images)}))
with change(None, "emptied"):
    for part, mine in parts:
        names = [f"{name}_de" for name in fields_of(part) if name != "title"]
        for row in part.model.objects.filter(**mine) if names else ():
            for name in names:
                setattr(row, name, "")
            row.save()
"""
NEXT_TEXT = "document.activeElement?.matches('[data-text]') ? document.activeElement.name : ''"
MOST_PRESSES = 600


@pytest.fixture
def untranslated(site):
    world.manage(site.environment, "shell", "--verbosity", "0", "--command", EMPTY)


def press_tab_until(page, found, most=MOST_PRESSES):
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(found):
            return
    raise AssertionError(f"Tab never came to {found}")


def test_all_prose_of_baikonur_is_translated_on_one_screen(visitor, untranslated):
    page = log_in(visitor)
    page.goto("/admin/translations/?language=de")
    assert find_barriers(page, reads_sheets=False) == []
    press_tab_until(
        page, "document.activeElement.classList.contains('matrix__link')"
        " && document.activeElement.textContent.includes('Baikonur')",
    )  # fmt: skip
    page.keyboard.press("Enter")
    page.wait_for_url("**/de/?open")
    count = page.locator("[data-text]").count()
    sources = page.locator("[data-source]").all_inner_texts()
    assert count == len(sources) > 30
    typed = {}
    for _text in range(count):
        press_tab_until(page, NEXT_TEXT)
        name = page.evaluate(NEXT_TEXT)
        source = page.evaluate(
            "document.activeElement.closest('[data-pair]').querySelector('[data-source]').textContent"
        )
        typed[name] = f"Deutsch: {source}"[:180]
        page.keyboard.insert_text(typed[name])
    page.keyboard.press("Control+s")
    page.locator("[data-status]", has_text="Alles ist gespeichert.").wait_for()
    assert page.locator("[data-progress]").inner_text() == "Nichts ist offen"
    page.goto(page.url.removesuffix("?open"))
    shown = page.locator("[data-text]").evaluate_all(
        "all => all.map((one) => [one.name, one.value])"
    )
    assert {name: text for name, text in shown if name in typed} == {
        name: text.strip() for name, text in typed.items()
    }
    load_pictures(page)
    assert find_barriers(page, reads_sheets=False) == []
    page.goto("/admin/translations/?language=de&state=all")
    row = page.locator(".matrix tr", has_text="Baikonur")
    assert row.locator(".mark--missing").count() == 0


def test_what_was_typed_survives_two_translators(visitor, untranslated):
    first, second = log_in(visitor), log_in(visitor, width=390)
    for page in (first, second):
        page.goto("/admin/translations/?language=de")
        page.get_by_role("link", name="Baikonur, ").click()
        page.locator("#translation-form").wait_for()
    name = first.locator("[name^='text:'][name$='/logline']").get_attribute("name")
    field = f"[name={json.dumps(name)}]"
    first.locator(field).fill("Vom einen.")
    first.locator("[data-status]", has_text="Alles ist gespeichert.").wait_for()
    second.locator(field).fill("Vom anderen.")
    conflict = second.locator("[data-conflict]:visible")
    conflict.wait_for()
    assert conflict.locator("[data-theirs]").inner_text() == "Vom einen."
    assert second.locator(field).input_value() == "Vom anderen."
    assert overflow(second) == 0
    # Not half below the bar with Save, where its buttons would count as too small.
    conflict.evaluate("one => one.scrollIntoView({block: 'center'})")
    assert find_barriers(second, reads_sheets=False) == []
    conflict.get_by_role("button", name="Meinen Text behalten").click()
    second.locator("[data-status]", has_text="Alles ist gespeichert.").wait_for()
    # What is translated is not among the open texts any more.
    first.goto(first.url.removesuffix("?open"))
    assert first.locator(field).input_value() == "Vom anderen."


def open_baikonur(page):
    """Open the film's screen and return the field of its logline."""
    page.goto("/admin/translations/?language=de&state=all")
    page.goto(page.get_by_role("link", name="Baikonur", exact=True).get_attribute("href"))
    return page.locator("[name^='text:'][name$='/logline']")


def say(page, text):
    page.locator("[data-status]", has_text=text).wait_for()


def log_in_again(page):
    page.goto("/admin/")
    page.get_by_label("Benutzername").fill(EDITOR)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.locator("#user-tools").wait_for()


def test_text_typed_after_the_session_ended_is_saved_after_the_next_login(visitor):
    page = log_in(visitor)
    field = open_baikonur(page)
    second = page.context.new_page()
    second.goto("/admin/")
    with second.expect_navigation():
        second.locator("#logout-form").evaluate("form => form.submit()")
    field.fill("Nach der Abmeldung.")
    page.keyboard.press("Control+s")
    say(page, "Sie sind abgemeldet")
    log_in_again(second)
    page.keyboard.press("Control+s")
    say(page, "Alles ist gespeichert.")
    assert open_baikonur(second).input_value() == "Nach der Abmeldung."
    # The page had an old token, was refused once, and fetched a new one.
    assert [problem[:4] for problem in visitor.problems] == ["403:"]
    visitor.problems.clear()


def test_text_that_never_reached_the_server_is_offered_again(visitor):
    page = log_in(visitor)
    field = open_baikonur(page)
    before = field.input_value()
    page.context.set_offline(True)
    field.fill("Ohne Verbindung.")
    say(page, "Keine Verbindung")
    url, context = page.url, page.context
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto("/admin/")
    page.evaluate(
        """() => {
          for (const key of Object.keys(localStorage).filter((key) => key.startsWith("licht"))) {
            const copy = JSON.parse(localStorage[key]);
            localStorage[key] = JSON.stringify({ ...copy, at: "2026-01-01T10:00Z" });
          }
        }"""
    )
    page.goto(url)
    field = page.locator("[name^='text:'][name$='/logline']")
    assert field.input_value() == before
    assert find_barriers(page, reads_sheets=False) == []
    page.get_by_role("button", name="Wiederherstellen").click()
    say(page, "Alles ist gespeichert.")
    assert field.input_value() == "Ohne Verbindung."


def test_page_that_is_loaded_again_shows_what_was_just_typed(visitor):
    page = log_in(visitor)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    field = open_baikonur(page)
    field.fill("Eben getippt.")
    page.reload()
    assert field.input_value() == "Eben getippt."
    say(page, "Alles ist gespeichert.")
    assert dialogs == []


def test_counter_speaks_grammar_and_an_empty_text_is_not_confirmed(visitor):
    page = log_in(visitor)
    field = open_baikonur(page)
    pair = page.locator("[data-pair]", has=field)
    counts = []
    for text in ("Ein", "Ein Wort ", ""):
        field.fill(text)
        counts.append(pair.locator("[data-count-words]").inner_text())
    assert counts == ["1 Wort von 25", "2 Wörter von 25", "0 Wörter von 25"]
    assert not pair.locator("[data-confirm]").is_visible()
    title = page.locator("[data-pair]", has=page.locator("[name$='/title']")).first
    title.locator("[data-text]").fill("Baikonur  ")
    assert title.locator("[data-count-characters]").inner_text() == "8 von 250 Zeichen"


def test_forms_show_no_button_that_is_hidden_and_credits_stand_in_columns_without_a_grip(visitor):
    page = log_in(visitor)
    page.goto("/admin/films/film/?q=baikonur")
    page.locator("#result_list").get_by_role("link", name="Baikonur").first.click()
    page.locator("[data-decide]").wait_for(state="attached")
    assert not page.locator("[data-decide]").is_visible()
    page.goto(page.url.replace("change/", "credits/").partition("?")[0])
    page.evaluate("for (const grip of document.querySelectorAll('.credit__grip')) grip.remove()")
    assert page.locator(".credit__role").first.bounding_box()["width"] > 100
