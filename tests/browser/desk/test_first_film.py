"""From an empty form to the public page and back, in German."""

from tests.browser.desk.editor import (
    ask,
    begin_film,
    choose_still,
    confirm,
    log_in,
    open_tab,
    plan,
    publish,
    row_of,
    state,
    still_bytes,
)
from tests.browser.visitor import load_pictures

PUBLISH = "Deutsch jetzt veröffentlichen …"


def test_film_is_entered_shown_and_withdrawn(visitor, site):
    desk = log_in(visitor)
    begin_film(desk, "The Night Ferry", "Die Nachtfähre")
    public = visitor.page(language="de")
    assert public.goto("/de/die-nachtfaehre/").status == 404

    choose_still(desk, "deck.jpg", still_bytes())
    assert publish(desk) == "Deutsch ist online."
    assert (state(desk), state(desk, "Englisch")) == ("live", "draft")

    assert public.goto("/de/die-nachtfaehre/").status == 200
    assert public.locator("h1").inner_text() == "Die Nachtfähre"
    assert "Eine Fähre quert" in public.locator("main").inner_text()
    shows_still(public)
    assert public.goto("/en/the-night-ferry/").status == 404
    site.finish_work()
    public.goto("/de/die-nachtfaehre/")
    shows_still(public)
    public.goto("/de/")
    assert public.get_by_role("link", name="Die Nachtfähre").count() == 1

    ask(desk, "Deutsch zurückziehen …")
    assert "/de/die-nachtfaehre/microsite/" in desk.locator(".consequences").inner_text()
    assert confirm(desk, "Deutsch jetzt zurückziehen") == "Deutsch ist nicht mehr online."
    assert state(desk) == "withdrawn"
    assert public.goto("/de/die-nachtfaehre/").status == 404
    public.goto("/de/")
    assert public.get_by_role("link", name="Die Nachtfähre").count() == 0


def shows_still(page) -> None:
    load_pictures(page)
    widths = page.locator("main img").evaluate_all("all => all.map((one) => one.naturalWidth)")
    assert widths
    assert min(widths) >= 320


def test_saving_does_not_publish(visitor):
    desk = log_in(visitor)
    begin_film(desk, "Low Tide", "Ebbe")
    publish(desk)
    desk.locator("#id_title_de").fill("Springflut")
    desk.get_by_role("button", name="Speichern und weiter bearbeiten").first.click()
    desk.locator(".publishing-changed").first.wait_for()
    public = visitor.page(language="de")
    public.goto("/de/ebbe/")
    assert public.locator("h1").inner_text() == "Ebbe"


def test_film_without_text_stays_off_the_site(visitor):
    desk = log_in(visitor)
    begin_film(desk, "No Words", "Ohne Worte")
    open_tab(desk, "texts")
    desk.get_by_label("Kurzinhalt (Deutsch)").fill("")
    ask(desk, PUBLISH)
    assert "kann noch nicht online gehen" in desk.locator(".consequences").inner_text()
    assert desk.get_by_role("button", name="Deutsch jetzt veröffentlichen").count() == 0
    assert visitor.page().goto("/de/ohne-worte/").status == 404


def test_film_is_scheduled(visitor):
    desk = log_in(visitor)
    begin_film(desk, "Spring Tide", "Springtide")
    plan(desk, "2099-03-01T20:15")
    moment = "1. März 2099, 20:15 Uhr (Europe/Berlin)"
    ask(desk, f"Deutsch am {moment} veröffentlichen …")
    answer = confirm(desk, f"Deutsch am {moment} veröffentlichen")
    assert answer == f"Deutsch geht am {moment} online."
    assert f"Geht am {moment} online." in row_of(desk).inner_text()
    assert visitor.page().goto("/de/springtide/").status == 404


def test_past_moment_is_refused_with_everything_kept(visitor):
    desk = log_in(visitor)
    begin_film(desk, "Neap Tide", "Nipptide")
    open_tab(desk, "texts")
    desk.get_by_label("Werbezeile (Deutsch)").fill("Das Meer hat Zeit.")
    plan(desk, "2001-03-01T20:15")
    ask(desk, "Deutsch am 1. März 2001, 20:15 Uhr (Europe/Berlin) veröffentlichen …")
    assert "Dieser Zeitpunkt ist vorbei" in desk.locator("#at-error").inner_text()
    assert desk.get_by_label("Datum und Uhrzeit").input_value() == "2001-03-01T20:15"
    desk.get_by_role("link", name="Zurück zum Formular").click()
    assert desk.get_by_label("Werbezeile (Deutsch)").input_value() == "Das Meer hat Zeit."


def test_refused_picture_says_why_and_keeps_what_was_typed(visitor):
    desk = log_in(visitor)
    begin_film(desk, "False Light", "Falsches Licht")
    desk.locator("#id_title_de").fill("Falsches Licht, neu")
    choose_still(desk, "still.jpg", b"<!doctype html><html><title>no picture</title></html>")
    desk.get_by_role("button", name=PUBLISH).click()
    error = desk.locator("#placements-0 .field-upload .errorlist")
    assert "still.jpg" in error.inner_text()
    assert desk.locator(".error-summary").is_visible()
    assert desk.locator("#id_title_de").input_value() == "Falsches Licht, neu"
    assert visitor.page().goto("/de/falsches-licht/").status == 404
