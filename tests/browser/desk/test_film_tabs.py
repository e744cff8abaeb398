"""The parts of the film form as tabs: mouse, keyboard, address, errors, and no script at all."""

import pytest

from tests.browser.desk.editor import log_in, open_tab, row_of

SAVE = "Speichern und weiter bearbeiten"
FADE = 64  # of tabs.css, in pixels: 4rem


@pytest.fixture
def form(visitor):
    page = log_in(visitor)
    page.goto("/admin/films/film/")
    page.get_by_role("link", name="Baikonur").click()
    page.locator("[role=tab][aria-selected=true]").wait_for()
    return page


def chosen(page) -> str:
    """The key of the only tab that is chosen and whose part is to be seen."""
    page.wait_for_load_state()  # only then have the scripts of a page run that was just answered
    (tab,) = page.locator("[role=tab][aria-selected=true]").all()
    (panel,) = [one for one in page.locator("[role=tabpanel]").all() if one.is_visible()]
    key = tab.get_attribute("id").removeprefix("tab-")
    assert panel.get_attribute("id") == tab.get_attribute("aria-controls") == f"part-{key}"
    return key


def test_first_tab_is_open_and_a_click_opens_another(form):
    assert chosen(form) == "facts"
    open_tab(form, "press")
    assert chosen(form) == "press"
    assert form.url.endswith("#part-press")


def test_keys_move_between_tabs_and_only_the_chosen_one_is_in_the_tab_order(form):
    form.locator("#tab-facts").focus()
    seen = []
    for key in ("ArrowRight", "End", "ArrowRight", "ArrowLeft", "Home"):
        form.keyboard.press(key)
        seen.append(chosen(form))
        assert form.evaluate("document.activeElement.id") == f"tab-{seen[-1]}"
    assert seen == ["texts", "microsite", "facts", "microsite", "facts"]
    assert form.locator('[role=tab][tabindex="0"]').count() == 1
    form.keyboard.press("Tab")
    assert form.evaluate("document.activeElement.href").endswith("/sources/")
    form.keyboard.press("Tab")
    assert form.evaluate("document.activeElement.id") == "id_title_en"


@pytest.mark.parametrize("width", [1400, 820])
def test_no_tab_lies_outside_the_window_and_none_moves_when_it_is_chosen(form, width):
    form.set_viewport_size({"width": width, "height": 900})
    before = spans(form)
    assert [key for key, (left, right) in before.items() if left < 0 or right > width] == []
    form.locator("#tab-microsite").press("Enter")
    assert chosen(form) == "microsite"
    assert spans(form) == before


def test_on_a_phone_the_chosen_tab_stands_clear_of_the_fade(form):
    form.set_viewport_size({"width": 390, "height": 844})
    form.locator("#tab-facts").focus()
    form.keyboard.press("End")
    left, right = spans(form)["microsite"]
    assert 0 <= left < right <= 390 - FADE


def spans(form) -> dict[str, tuple[float, float]]:
    """The left and right edge of each tab."""
    boxes = [(tab.get_attribute("id"), tab.bounding_box()) for tab in form.get_by_role("tab").all()]
    return {name.removeprefix("tab-"): (box["x"], box["x"] + box["width"]) for name, box in boxes}


def test_saving_keeps_tab_and_place(form):
    open_tab(form, "texts")
    form.locator("#id_tagline_de").fill("Der Himmel gehört allen.")
    form.evaluate("window.scrollTo(0, 240)")
    before = form.locator("#part-texts").bounding_box()
    # A click of Playwright's would scroll; the message above the form moves nothing.
    form.locator("#id_tagline_de").press("Enter")
    form.locator(".messagelist .success").wait_for()
    assert chosen(form) == "texts"
    form.wait_for_load_state("load")
    form.wait_for_timeout(200)  # a page's policy forbids to wait for an expression
    assert abs(form.locator("#part-texts").bounding_box()["y"] - before["y"]) < 2
    assert form.locator("#id_tagline_de").input_value() == "Der Himmel gehört allen."


def test_tab_with_an_error_is_opened_and_the_summary_leads_to_the_field(form):
    form.locator("#id_year").fill("99")
    open_tab(form, "links")
    form.get_by_role("button", name=SAVE).click()
    form.locator(".error-summary").wait_for()
    assert chosen(form) == "facts"
    assert form.locator("#tab-facts .tabs__wrong").inner_text().split()[0] == "1"
    open_tab(form, "texts")
    form.locator(".error-summary").get_by_role("link", name="Jahr").click()
    assert chosen(form) == "facts"
    assert form.evaluate("document.activeElement.id") == "id_year"


def test_unsaved_changes_are_said(form):
    sign = form.locator("[data-unsaved] > span")
    assert not sign.is_visible()
    year = form.locator("#id_year")
    before = year.input_value()
    year.fill("1999")
    assert sign.inner_text() == "Nicht gespeichert"
    year.fill(before)
    assert not sign.is_visible()


def test_enter_saves_and_publishes_nothing(form):
    open_tab(form, "texts")
    tagline = form.locator("#id_tagline_de")
    tagline.fill("Der Himmel, neu")
    tagline.press("Enter")
    form.locator(".messagelist .success").wait_for()
    assert row_of(form).locator(".publishing-changed").is_visible()
    assert not row_of(form, "Englisch").locator(".publishing-changed").is_visible()


def test_without_script_all_parts_stand_below_each_other(visitor):
    page = log_in(visitor, java_script_enabled=False)
    page.goto("/admin/films/film/")
    page.get_by_role("link", name="Baikonur").click()
    page.wait_for_load_state("load")
    parts = page.locator(".tab-panel")
    assert [one.is_visible() for one in parts.all()] == [True] * 9
    page.locator("#tab-links").click()
    assert page.url.endswith("#part-links")
