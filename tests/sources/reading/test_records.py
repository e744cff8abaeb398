"""How much of twenty texts of four kinds is understood, and how much is read that is not there."""

import pytest

from sources.reading.read import read
from tests.sources.reading.records import KINDS, load_records

RECORDS = load_records()


def measure(records):
    """Return how many facts are stated, understood, and read beyond them."""
    stated = understood = beyond = 0
    for record in records:
        facts = read(record.text, record.title, record.people).facts
        stated += len(record.facts)
        understood += record.found(facts)
        beyond += len(record.wrong(facts))
    return stated, understood, beyond


@pytest.mark.parametrize("kind", KINDS)
def test_texts_of_a_kind_are_understood(kind, record_property):
    records = [record for record in RECORDS if record.kind == kind]
    assert len(records) == 5
    stated, understood, beyond = measure(records)
    recall, precision = understood / stated, understood / (understood + beyond)
    record_property("recall", recall)
    record_property("precision", precision)
    print(f"{kind}: {understood} of {stated} facts understood ({recall:.1%}), {beyond} beyond them")
    assert recall >= 0.95
    assert precision >= 0.95


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_places_and_lines_of_a_text_are_kept(record):
    reading = read(record.text, record.title, record.people)
    assert reading.lines_lost() == []
    for fact in reading.facts:
        assert record.text[fact.start : fact.end] == fact.printed
