"""Where a film stands on a day: every rule, at the days on which it begins and ends."""

from datetime import date

import pytest

from microsites.phases import find_phase
from tests.microsites.phases.sheets import link, release, screening, selection, sheet


def on(day: str, film, country: str = "") -> tuple[str, str]:
    phase = find_phase(film, date.fromisoformat(day), country)
    return phase.key, phase.line


def baikonur(language: str):
    releases = (
        release("2011-09-01", "DE", language, status="done"),
        release("2013-10-27", "FR", language, status="done"),
    )
    return sheet(language, releases=releases, links=(link(),))


@pytest.mark.parametrize(
    ("day", "english", "german"),
    [
        ("2011-03-01", ("announced", "From 1 September 2011"), "Ab 1. September 2011"),
        ("2011-08-20", ("cinema", "From 1 September 2011"), "Ab 1. September 2011"),
        ("2011-08-31", ("cinema", "From 1 September 2011"), "Ab 1. September 2011"),
        ("2011-09-01", ("cinema", "Now in cinemas"), "Jetzt im Kino"),
        ("2011-09-10", ("cinema", "Now in cinemas"), "Jetzt im Kino"),
        ("2011-11-23", ("cinema", "Now in cinemas"), "Jetzt im Kino"),
        ("2011-11-24", ("home", "Watch at home"), "Zu Hause sehen"),
        ("2026-11-21", ("home", "Watch at home"), "Zu Hause sehen"),
    ],
)
def test_a_release_is_announced_then_runs_then_the_film_is_at_home(day, english, german):
    assert on(day, baikonur("en")) == english
    assert on(day, baikonur("de")) == (english[0], german)


def test_without_links_nobody_is_told_to_watch_at_home():
    film = sheet(releases=(release("2011-09-01"),))
    assert on("2026-11-21", film) == ("archive", "Cinema release: 1 September 2011")


def test_other_links_are_no_way_to_watch():
    film = sheet(releases=(release("2011-09-01"),), links=(link("website"), link("trailer")))
    assert on("2026-11-21", film)[0] == "archive"


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("2011-08-20", "From September 2011"),
        ("2011-09-10", "From September 2011"),
        ("2011-09-30", "From September 2011"),
        ("2011-10-01", "Now in cinemas"),
        ("2011-11-24", "Cinema release: September 2011"),
    ],
)
def test_a_month_is_said_as_a_month(day, line):
    film = sheet(releases=(release("2011-09-01", precision="month"),))
    assert on(day, film)[1] == line


def test_a_month_runs_from_its_first_day_if_the_editor_says_that_the_film_is_out():
    film = sheet(releases=(release("2011-09-01", precision="month", status="done"),))
    assert on("2011-08-31", film) == ("cinema", "From September 2011")
    assert on("2011-09-01", film) == ("cinema", "Now in cinemas")


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("2010-12-31", ("announced", "In cinemas in 2011")),
        ("2011-06-01", ("announced", "In cinemas in 2011")),
        ("2012-01-01", ("archive", "Cinema release: 2011")),
    ],
)
def test_a_year_is_said_as_a_year(day, line):
    assert on(day, sheet(releases=(release("2011-01-01", precision="year"),))) == line


def test_a_release_without_a_date_says_nothing_until_it_is_done():
    expected, done = release(""), release("", status="done")
    assert on("2011-05-01", sheet(releases=(expected,))) == ("announced", "Feature film, 2011")
    assert on("2011-05-01", sheet(releases=(done,))) == ("archive", "Feature film, 2011")


@pytest.mark.parametrize(
    ("language", "country", "line", "detail"),
    [
        ("en", "", "Now in cinemas", "In France"),
        ("en", "CH", "From 20 May 2011", "In cinemas"),
        ("de", "", "Ab 3. Mai 2011", "Im Kino"),
        ("de", "AT", "Ab 11. Mai 2011", "Im Kino"),
    ],
)
def test_the_readers_country_leads(language, country, line, detail):
    days = {"FR": "2011-04-01", "DE": "2011-05-03", "AT": "2011-05-11", "CH": "2011-05-20"}
    releases = tuple(release(day, code, language) for code, day in days.items())
    phase = find_phase(sheet(language, releases=releases), date(2011, 4, 20), country)
    assert (phase.line, phase.detail) == (line, detail)


@pytest.mark.parametrize(
    ("country", "detail"),
    [
        ("AT", "Im Kino in Österreich"),
        ("CH", "Im Kino in der Schweiz"),
        ("TW", "Im Kino in Taiwan"),
    ],
)
def test_german_pages_name_a_country_that_is_not_germany(country, detail):
    film = sheet("de", releases=(release("2011-05-03", country, "de"),))
    assert find_phase(film, date(2011, 4, 20)).detail == detail


def test_a_language_of_some_countries_does_not_speak_of_others_when_one_of_them_has_a_release():
    releases = (release("2011-01-01", "DE", "de"), release("2012-01-01", "FR", "de"))
    film = sheet("de", releases=releases)
    assert on("2012-01-10", film) == ("archive", "Kinostart: 1. Januar 2011")


def test_a_release_elsewhere_does_not_hide_that_the_film_is_at_home():
    assert on("2013-10-01", baikonur("en")) == ("home", "Watch at home")
    assert on("2013-11-01", baikonur("en")) == ("cinema", "Now in cinemas")


def test_screenings_to_come_prolong_a_run():
    far, near = screening("2011-12-24T20:00"), screening("2011-12-08T20:00")
    releases = (release("2011-09-01"),)
    assert on("2011-12-01", sheet(releases=releases, screenings=(far,)))[0] == "archive"
    assert on("2011-12-01", sheet(releases=releases, screenings=(near,))) == (
        "cinema",
        "Now in cinemas",
    )


@pytest.mark.parametrize(
    "facts", [{"country": "FR"}, {"is_cancelled": True}, {"festival": "Harbour Film Days"}]
)
def test_other_screenings_do_not_prolong_a_run(facts):
    film = sheet(
        releases=(release("2011-09-01"),), screenings=(screening("2011-12-08T20:00", **facts),)
    )
    assert on("2011-12-01", film)[0] != "cinema"


def test_a_revival_after_years_is_no_run():
    film = sheet(releases=(release("2011-09-01"),), screenings=(screening("2026-12-05T20:00"),))
    assert on("2026-12-01", film) == ("archive", "Cinema release: 1 September 2011")


def test_a_premiere_to_come_is_told_with_place_and_day():
    film = sheet(
        selections=(selection(2011, premiere="world"),),
        screenings=(
            screening("2011-10-07T19:00", "KR", "Busan", festival="Busan Film Festival",
                      festival_slug="busan-film-festival", zone="Asia/Seoul"),
        ),
    )  # fmt: skip
    assert on("2011-10-01", film) == ("festivals", "World premiere: Busan, 7 October 2011")
    assert on("2011-10-08", film) == ("festivals", "World premiere: Busan Film Festival 2011")


@pytest.mark.parametrize(
    ("start", "line"),
    [
        ("2011-10-06", "From 6 October 2011"),
        ("2011-10-20", "World premiere: Busan, 7 October 2011"),
    ],
)
def test_what_comes_first_is_told_first(start, line):
    film = sheet(
        releases=(release(start),),
        selections=(selection(2011, premiere="world"),),
        screenings=(screening("2011-10-07T19:00", city="Busan", festival="Busan Film Festival",
                              festival_slug="busan-film-festival"),),
    )  # fmt: skip
    assert on("2011-10-01", film)[1] == line


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2009-12-31", ("announced", "Feature film, 2011")),
        ("2010-01-01", ("festivals", "World premiere: Busan Film Festival 2011")),
        ("2011-06-01", ("festivals", "World premiere: Busan Film Festival 2011")),
        ("2012-06-01", ("festivals", "At festivals in 2012")),
        ("2013-12-31", ("festivals", "At festivals in 2012")),
        ("2014-01-01", ("archive", "World premiere: Busan Film Festival 2011")),
    ],
)
def test_a_festival_run_ends_with_the_year_after_the_last_edition(day, found):
    festivals = (
        selection(2012, "Febiofest"),
        selection(2012, "Harbour Days"),
        selection(2011, premiere="world"),
    )
    assert on(day, sheet(selections=festivals)) == found


def test_a_festival_run_ends_with_its_year_once_the_film_has_been_in_cinemas():
    film = sheet(selections=(selection(2011, "Febiofest"),), releases=(release("2011-01-06"),))
    assert on("2011-06-01", film) == ("festivals", "Febiofest 2011")
    assert on("2012-01-01", film)[0] == "archive"


def test_a_festivals_screening_to_come_is_told():
    film = sheet(screenings=(screening("2026-03-04T19:00", festival="Febiofest"),))
    assert on("2026-03-04", film) == ("festivals", "Febiofest, 4 March 2026")


@pytest.mark.parametrize(
    ("status", "key"),
    [("development", "announced"), ("production", "production"), ("post", "production")],
)
def test_an_unfinished_film_says_how_far_it_is(status, key):
    film = sheet(status=status, status_label="In work", releases=(release("2012-09-01"),))
    phase = find_phase(film, date(2011, 5, 1))
    assert (phase.key, phase.line, phase.detail) == (key, "In work", "From 1 September 2012")


def test_a_near_release_is_stronger_than_a_forgotten_status():
    film = sheet(status="post", releases=(release("2011-09-01"),))
    assert on("2011-08-20", film)[0] == "cinema"
    assert on("2011-09-10", film)[0] == "cinema"


def test_links_hold_from_the_day_on_disc_if_there_is_one():
    releases = (release("2011-09-01"), release("2012-03-01", kind="disc"))
    film = sheet(releases=releases, links=(link("shop"),))
    assert on("2012-02-01", film) == ("home", "At home from 1 March 2012")
    assert on("2012-03-01", film) == ("home", "Watch at home")


def test_a_broadcast_is_told_beside_what_can_be_watched():
    releases = (release("2011-09-01"), release("2026-12-24", kind="television"))
    film = sheet(releases=releases, links=(link(),))
    phase = find_phase(film, date(2026, 12, 1))
    assert (phase.line, phase.detail) == ("Watch at home", "On television: 24 December 2026")


def test_dates_of_the_line_may_break():
    assert "\N{NO-BREAK SPACE}" not in on("2011-08-20", baikonur("de"))[1]
