"""All prose of Baikonur is translated on one screen, by keyboard alone."""

import json

import pytest

from tests.browser import world
from tests.browser.desk.editor import log_in
from tests.browser.visitor import find_barriers, load_pictures, overflow

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
