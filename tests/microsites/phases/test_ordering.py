"""What is due moves below the top; calls lead to the block that answers them."""

from dataclasses import dataclass

import pytest

from microsites.blocks import kinds
from microsites.choices import PhaseKey
from microsites.phases import Call, Phase, aim_calls, order_blocks


@dataclass(frozen=True)
class Placed:
    kind: str
    entries: tuple = ()


LEADS = {"screenings": ("cinema", "festivals"), "links": ("home",), "festivals": ("festivals",)}


def is_due(block, phase):
    return phase.key in LEADS.get(block.kind, ())


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("cinema", "hero screenings text links festivals"),
        ("home", "hero links text screenings festivals"),
        ("festivals", "hero screenings festivals text links"),
        ("archive", "hero text links screenings festivals"),
    ],
)
def test_what_is_due_stands_below_the_top_and_the_rest_as_it_stood(key, expected):
    blocks = [Placed(kind) for kind in ["hero", "text", "links", "screenings", "festivals"]]
    ordered = order_blocks(blocks, Phase(key), is_due)
    assert " ".join(block.kind for block in ordered) == expected


def test_without_a_top_what_is_due_comes_first():
    blocks = [Placed("text"), Placed("links")]
    ordered = order_blocks(blocks, Phase("home"), is_due)
    assert [block.kind for block in ordered] == ["links", "text"]


def test_kinds_say_themselves_when_they_lead():
    blocks = [Placed("hero"), Placed("text"), Placed("links")]
    assert [b.kind for b in order_blocks(blocks, Phase("home"))] == ["hero", "links", "text"]


def test_every_kind_leads_in_phases_that_there_are():
    assert {key for kind in kinds().values() for key in kind.leads_in} <= set(PhaseKey.values)


def test_calls_without_a_block_to_lead_to_are_left_out():
    calls = (Call("Tickets", "https://example.com/", "tickets"), Call("Trailer", "", "trailer"),
             Call("Press", "", "press"))  # fmt: skip
    aimed = aim_calls(Phase("cinema", wanted=calls), {"video": "/en/film/microsite/#video"})
    assert [call.url for call in aimed.calls] == [
        "https://example.com/",
        "/en/film/microsite/#video",
    ]
