"""What a page calls for in each phase."""

from datetime import date

import pytest

from microsites.phases import find_phase
from tests.microsites.phases.sheets import link, release, screening, sheet

SHOWN = (
    screening("2011-09-03T20:00", "FR", "Paris", tickets_url="https://paris.example.com/"),
    screening("2011-09-05T20:00", "DE", "Berlin", tickets_url="https://berlin.example.com/"),
    screening("2011-09-06T20:00", "DE", "Bonn", tickets_url="https://bonn.example.com/",
              is_cancelled=True),
)  # fmt: skip


def calls(day: str, **facts) -> list[tuple[str, str]]:
    film = sheet(releases=(release("2011-09-01"),), **facts)
    wanted = find_phase(film, date.fromisoformat(day)).wanted
    return [(call.kind, call.label.replace("\N{NO-BREAK SPACE}", " ")) for call in wanted]


def test_cinemas_call_for_tickets_of_the_same_country_first():
    assert calls("2011-09-02", screenings=SHOWN, links=(link(),)) == [
        ("tickets", "Tickets: Berlin, 5 September 2011"),
        ("tickets", "Tickets: Paris, 3 September 2011"),
        ("screenings", "All screenings"),
    ]


def test_what_has_passed_is_not_called_for():
    assert calls("2011-09-06", screenings=SHOWN) == []


def test_at_home_the_record_says_where():
    links = (link("shop", "DVD"), link(), link("watch", host="other.example.com"), link("website"))
    assert calls("2026-01-01", links=links) == [
        ("watch", "Watch the film (video.example.com)"),
        ("watch", "Watch the film (other.example.com)"),
        ("buy", "DVD"),
    ]


@pytest.mark.parametrize(
    ("day", "expected"), [("2011-03-01", "trailer"), ("2026-01-01", "trailer")]
)
def test_a_trailer_is_always_worth_a_look(day, expected):
    assert calls(day, trailers=("a trailer",)) == [(expected, "Watch the trailer")]
