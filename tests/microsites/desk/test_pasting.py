"""A pasted diary: which lines begin an entry, and what becomes of it."""

from datetime import date

import pytest

from microsites.desk.pasting import Pasted, read_entries, read_head
from microsites.models import Entry

DIARY = """Written at night.

12 March 2011: Arrival

Fog over the steppe.

2 people came.

Day 2 · Wind
It does not stop.

#3, 14.3.2011
"""


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("12 March 2011: Arrival", (None, date(2011, 3, 12), "Arrival")),
        ("2011-03-12 Arrival", (None, date(2011, 3, 12), "Arrival")),
        ("Tag 3, 4. März 2011 – Ankunft", (3, date(2011, 3, 4), "Ankunft")),
        ("Montag, 7. Mai 2009", (None, date(2009, 5, 7), "")),
        ("**Day 1**", (1, None, "")),
        ("31.2.2011 x", None),
        ("2 people came", None),
        ("In March 2011 we left", None),
        ("Dayton is a city", None),
        ("x" * 100_000, None),
    ],
)
def test_line_begins_an_entry(line, head):
    assert read_head(line) == head


def test_text_is_read_into_entries():
    reading = read_entries(DIARY)
    assert reading.rest == "Written at night."
    assert reading.entries == (
        Pasted(None, date(2011, 3, 12), "Arrival", "Fog over the steppe.\n\n2 people came."),
        Pasted(2, None, "Wind", "It does not stop."),
        Pasted(3, date(2011, 3, 14), "", ""),
    )


@pytest.mark.django_db
def test_diary_is_read_shown_and_added(microsite):
    address = microsite.at("_paste", microsite.diary.uuid)
    shown = microsite.post(address, {"text": DIARY, "language": "en"})
    assert (len(shown.context["reading"].entries), Entry.objects.count()) == (3, 3)
    answer = microsite.post(address, {"text": DIARY, "language": "de", "add": "1"})
    assert answer["Location"] == microsite.at("_entries", microsite.diary.uuid)
    added = Entry.objects.filter(block=microsite.diary).order_by("position")[3:]
    assert [(e.number, e.title_de, e.title_en) for e in added] == [
        (None, "Arrival", None), (2, "Wind", None), (3, "", None),
    ]  # fmt: skip


@pytest.mark.django_db
def test_text_without_entries_is_refused_and_kept(microsite):
    address = microsite.at("_paste", microsite.diary.uuid)
    answer = microsite.post(address, {"text": "Fog.", "language": "en", "add": "1"})
    assert answer.status_code == 422
    assert b">\nFog.</textarea>" in answer.content


@pytest.mark.django_db
def test_block_without_dates_takes_no_diary(microsite):
    assert microsite.get(microsite.at("_paste", microsite.text.uuid)).status_code == 404
