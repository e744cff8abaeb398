"""Marks at the fields of a film that sources speak of: a panel decides, what was typed stays."""

import pytest
from playwright.sync_api import expect

from tests.browser import world
from tests.browser.desk.editor import log_in

SAY = """
from editorial.changes import change
from films.models import Film
from sources.models import Claim, Source
from sources.comparing.renewing import renew_standings
with change(None, "test"):
    film = Film.objects.create(key="marked", title_en="Marked", title_de="Markiert", year=2011)
source = Source.objects.create(title="Hafenpost", language="de")
Claim.objects.create(
    source=source, record=film.record, part="facts", values={"year": 2012}, printed="D 2012"
)
renew_standings([film.pk])
"""


@pytest.fixture
def form(site, visitor):
    world.manage(site.environment, "shell", "--verbosity", "0", "--command", SAY)
    page = log_in(visitor)
    page.goto("/admin/films/film/?q=marked")
    page.locator("#result_list tbody th a").first.click()
    return page


def test_decision_in_the_panel_keeps_what_was_typed(form):
    mark = form.get_by_role("button", name="Jahr: 1 Beleg, Offen")
    form.locator("#id_title_de").fill("Neu getippt")
    mark.focus()
    form.keyboard.press("Enter")
    panel = form.get_by_role("dialog")
    expect(panel.locator("q")).to_have_text("D 2012")
    panel.locator("button[value='choose:1']").click()
    expect(panel.locator(".point__verdict")).to_contain_text("2012")
    form.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(form.get_by_role("button", name="Jahr: 1 Beleg, Entschieden")).to_be_focused()
    expect(form.locator("#id_year")).to_have_value("2012")
    expect(form.locator("#id_title_de")).to_have_value("Neu getippt")
    form.keyboard.press("Control+s")
    expect(form.locator("[data-save-status]")).to_contain_text("Gespeichert", timeout=20_000)
    expect(form.locator("[data-unsaved] > span")).to_be_hidden()
    form.reload()
    expect(form.locator("#id_title_de")).to_have_value("Neu getippt")
    expect(form.locator("#id_year")).to_have_value("2012")
