"""Texts of others, read: what is understood, what is left aside, and that nothing is lost."""

from pathlib import Path

import pytest

from sources.reading.objects import Aside
from sources.reading.read import read
from tests.sources.reading.texts import RECORD, REVIEW

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside the project")


def credits_of(reading, *names):
    return [tuple(row[name] for name in names) for row in reading.of("credits")]


def aside_of(reading):
    return [(str(left.reason), reading.text[left.start : left.end]) for left in reading.left]


def test_record_of_a_database_is_understood():
    reading = read(RECORD)
    assert reading.of("countries") == [{"codes": ["GE", "EE"]}]
    assert reading.of("facts") == [{"year": 2016}, {"category": "feature"}]
    assert reading.of("versions") == [
        {"runtime_seconds": 5040},
        {"colour": "colour"},
        {"dialogue_languages": ["ka", "et"]},
    ]
    assert credits_of(reading, "role", "name", "other_name", "character") == [
        ("director", "Nino Beridze", "Нино Беридзе", ""),
        ("screenplay", "Nino Beridze", "", ""),
        ("screenplay", "Mart Tamm-Kask", "", ""),
        ("actor", "Ana de Luca", "", "Captain 'Gull' Marani"),
        ("actor", "Otar Klde", "", "The boy"),
        ("music", "Salome Japari", "", ""),
    ]
    assert [tuple(row.values()) for row in reading.of("companies")] == [
        ("production_company", "Sund Film"),
        ("production_company", "Nord Film OU"),
        ("co_production", "ERR"),
    ]
    assert reading.of("releases") == [{"country": "GE", "date": "2016-11-03"}]
    assert reading.of("press_items") == [
        {"title": "The last crossing", "author": "Ida Berg", "date": "2017"}
    ]


def test_festivals_stay_as_printed_and_a_country_that_is_none_is_not_guessed():
    rows = read(RECORD).of("selections")
    assert [tuple(row.values()) for row in rows] == [
        ("Harbour Film Days", "Tallinn", "EE", "Estonia", "2017"),
        ("Clevelant Festival of Water", "Pusan (Busan)", "KR", "Korea, South", "2017"),
        ("Coast Nights", "Port Elizabeth", "", "Southern Africa", "2018"),
    ]


def test_what_is_left_aside_is_shown_with_its_reason():
    assert aside_of(read(RECORD)) == [
        ("decoration", "* * * *"),
        ("heading", "Other persons :"),
        ("heading", "Cast :"),
        ("link without address", "Sites : Kinobase, Filmwiki"),
        ("heading", "Plot synopsis"),
        ("heading", "Commentaries and bibliography"),
        ("heading", "Selected in the following festivals :"),
        ("second time", "Release in Georgia of the film, Several towns (Georgia), 2016-11-03"),
    ]


def test_credit_block_of_a_review_is_understood():
    reading = read(REVIEW, title="The Night Ferry")
    assert credits_of(reading, "role", "name") == [
        ("producer", "Nino Beridze"),
        ("producer", "Liis Oja"),
        ("executive_producer", "Peeter Lill"),
        ("director", "Nino Beridze"),
        ("screenplay", "Mart Tamm"),
        ("screenplay", "Nino Beridze"),
        ("cinematography", "Kai Vare"),
        ("editing", "Anu Sepp"),
        ("editing", "Jaan Rand"),
        ("sound", "Olev Kurg"),
        ("casting", "Tiina Laas"),
        ("actor", "Ana de Luca"),
        ("actor", "Otar Klde"),
    ]
    assert [tuple(row.values()) for row in reading.of("companies")] == [
        ("distributor", "Baltic Verleih"),
        ("distributor", "Coast Bros."),
        ("production_company", "Sund Film"),
        ("co_production", "Nord Film Co."),
        ("co_production", "Tamme Prod."),
        ("in_association", "Pier Fund"),
        ("in_association", "Harbour Trust"),
        ("supported_by", "Estonian Film Institute"),
        ("world_sales", "Far Shore"),
    ]
    assert reading.of("versions") == [
        {"colour": "colour"},
        {"note": "widescreen"},
        {"sound": "Dolby Atmos"},
        {"runtime_seconds": 5040},
        {"dialogue_languages": ["ka", "et"]},
    ]
    assert reading.of("selections") == [
        {"festival": "Harbour Film Festival", "section": "Open Water", "date": "2016-09-09",
         "note": "reviewed"}
    ]  # fmt: skip


def test_running_text_is_understood_with_doubts():
    reading = read(REVIEW, title="The Night Ferry")
    doubtful = [(fact.part, fact.values) for fact in reading.facts if fact.is_doubtful]
    assert doubtful == [
        ("characters", {"name": "Ana de Luca", "character": "Captain Gull Marani"}),
        ("quotes", {"text": REVIEW.splitlines()[2]}),
        ("releases", {"country": "FI", "date": "", "status": "expected"}),
        ("releases", {"country": "PL", "date": "", "status": "expected"}),
    ]
    left = [text for reason, text in aside_of(reading) if reason == Aside.ELSEWHERE]
    assert left == [
        "Subscribe to our newsletter", "More stories", "Star spotted in a harbour cafe"
    ]  # fmt: skip


def test_places_are_those_of_the_text():
    for fact in read(RECORD).facts:
        assert RECORD[fact.start : fact.end] == fact.printed


@needs_seeds
def test_seeds_say_what_a_careful_editor_reads():
    record, review, article = (
        next(SEEDS.glob(f"{number}_*")).read_text() for number in ("001", "000", "004")
    )
    catalogue = read(record)
    assert catalogue.of("countries") == [{"codes": ["DE", "RU", "KZ"]}]
    assert {"runtime_seconds": 5700} in catalogue.of("versions")
    assert (len(catalogue.of("selections")), len(catalogue.of("press_items"))) == (15, 2)
    assert len({row["city"] for row in catalogue.of("selections")}) == 15
    assert catalogue.of("releases") == [{"country": "FR", "date": "2013-10-27"}]
    functions = [(row["function"], row["name"]) for row in catalogue.of("companies")]
    assert functions[4:] == [
        ("co_production", "Rundfunk Berlin-Brandenburg (RBB)"),
        ("co_production", "Bayerischer Rundfunk (BR)"),
        ("co_production", "ARTE"),
    ]
    block = read(review, title="Baikonur")
    assert len(block.of("credits")) == 39
    leads = [row["name"] for row in block.of("credits") if row["role"] == "actor"]
    assert len(leads) == 4
    assert {"runtime_seconds": 5520} in block.of("versions")
    assert {"dialogue_languages": ["ru", "en", "fr", "kk"]} in block.of("versions")
    expected = [row["country"] for row in block.of("releases") if row["status"] == "expected"]
    assert expected == ["RU", "KZ"]
    assert [row["date"] for row in block.of("selections")] == ["2011-10-07"]
    director = "Veit Helmer"
    told = read(article, title="Baikonur", people=[*leads, director])
    assert {row["name"] for row in told.of("mentions")} == {*leads[:3], director}
    assert [row["name"] for row in told.of("characters")] == leads[:3]
    notes = [row["text"] for row in told.of("production_notes")]
    for word in ("Drehgenehmigung", "neues Dorf", "Kapseln"):
        assert any(word in note for note in notes)
    for reading in (catalogue, block, told):
        assert reading.lines_lost() == []
