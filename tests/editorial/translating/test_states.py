"""What is missing, outdated, the same, reviewed; and what a change of texts does to the marks."""

import pytest

from editorial.kinds import kind_of
from editorial.translating.marking import Circumstances, NewMark, marks_after
from editorial.translating.states import Mark, cells_of, summarise, text_states
from editorial.translating.texts import Key

LOGLINE = Key("facts", "", "logline")
ENGLISH = "A ferry crosses the sound for the last time."
GERMAN = "Eine Fähre quert zum letzten Mal den Sund."


def film(english=None, german=None, **parts):
    texts = {"en": {"facts": english or {}}, "de": {"facts": german or {}}}
    return {"schema": 1, "kind": "film", "texts": texts, **parts}


def looks(document, language="de", origin="en", marks=None):
    found = text_states(kind_of("film"), document, language, origin, marks or {})
    return {str(state.key): state.look.value for state in found}


def mark(source, how="written"):
    return {(LOGLINE, "de"): Mark(source, how)}


@pytest.mark.parametrize(
    ("german", "marks", "look"),
    [
        ({}, {}, "missing"),
        ({"logline": GERMAN}, {}, "translated"),
        ({"logline": GERMAN}, mark(ENGLISH), "translated"),
        ({"logline": GERMAN}, mark("A ferry crosses."), "outdated"),
        ({"logline": GERMAN}, mark(ENGLISH, "reviewed"), "reviewed"),
        ({"logline": GERMAN}, mark("A ferry crosses.", "reviewed"), "outdated"),
        ({"logline": GERMAN}, mark(ENGLISH, "no_effect"), "translated"),
        ({"logline": ENGLISH}, {}, "same"),
        ({"logline": ENGLISH}, mark(ENGLISH), "same"),
        ({"logline": ENGLISH}, mark(ENGLISH, "reviewed"), "reviewed"),
    ],
)
def test_state_of_a_text(german, marks, look):
    assert looks(film({"logline": ENGLISH}, german), marks=marks) == {"facts//logline": look}


@pytest.mark.parametrize(
    ("field", "text", "look"),
    [
        ("title", "The Night Ferry to Rostock", "translated"),
        ("tagline", "The last one to leave", "same"),
        ("synopsis_short", "Ada Lindqvist", "translated"),
        ("seo_description", "A ferry crosses the sound.", "same"),
    ],
)
def test_names_may_be_the_same_in_two_languages_and_sentences_may_not(field, text, look):
    assert looks(film({field: text}, {field: text})) == {f"facts//{field}": look}


def test_text_that_only_a_translation_has_is_missing_in_the_language_of_origin():
    document = film({}, {"logline": GERMAN})
    assert looks(document, "en") == {"facts//logline": "missing"}
    assert looks(document, "de") == {}
    (state,) = text_states(kind_of("film"), document, "en", "en", {})
    assert (state.source_language, state.source) == ("de", GERMAN)


def test_language_of_origin_turns_the_view_round():
    document = film({}, {"logline": GERMAN})
    assert looks(document, "en", origin="de") == {"facts//logline": "missing"}
    assert looks(document, "de", origin="de") == {}


def test_address_is_no_text():
    assert looks(film({"slug": "night-ferry"})) == {}


def test_quote_is_not_translated_into_the_language_it_was_said_in():
    document = {
        "schema": 1,
        "kind": "film",
        "press_items": [{"uuid": "p", "language": "de"}],
        "quotes": [{"uuid": "q", "press_item": "p", "text": "Ein Fest."}],
        "texts": {"en": {"quotes": {"q": {"translation": "A feast."}}}},
    }
    assert looks(document) == {}
    document["press_items"][0]["language"] = "fr"
    assert looks(document) == {"quotes/q/translation": "missing"}


def test_counts_and_cells():
    document = film(
        {"title": "Ferry", "logline": ENGLISH},
        {"title": "Fähre"},
        credits=[{"uuid": "c"}, {"uuid": "d"}],
    )
    document["texts"]["en"]["credits"] = {"c": {"character": "Captain"}, "d": {"character": "Cook"}}
    document["texts"]["de"]["credits"] = {"c": {"character": "Kapitän"}}
    states = text_states(kind_of("film"), document, "de", "en", {})
    counts = summarise(states)
    assert (counts.missing, counts.translated, counts.open, counts.total) == (2, 2, 2, 4)
    assert cells_of(states) == {
        "title": "translated",
        "logline": "missing",
        "credits/": {"translated": 1, "missing": 1},
    }


def after(before, now, marks=None, **known):
    wanted = marks_after(kind_of("film"), before, now, "en", marks or {}, Circumstances(**known))
    return {(str(key), language): new for (key, language), new in wanted.items()}


PLACE = ("facts//logline", "de")


def test_written_text_is_marked_with_todays_source():
    wanted = after(film({"logline": ENGLISH}), film({"logline": ENGLISH}, {"logline": GERMAN}))
    assert wanted == {PLACE: NewMark(ENGLISH, "written")}


def test_changed_source_leaves_the_old_one_with_the_translation():
    before = film({"logline": ENGLISH}, {"logline": GERMAN})
    wanted = after(before, film({"logline": "Two ferries."}, {"logline": GERMAN}))
    assert wanted == {PLACE: NewMark(ENGLISH, "written", is_theirs=True)}


def test_source_that_changes_again_keeps_the_text_that_was_translated():
    before = film({"logline": "Two ferries."}, {"logline": GERMAN})
    now = film({"logline": "Three ferries."}, {"logline": GERMAN})
    assert after(before, now, mark(ENGLISH)) == {}


def test_source_and_text_of_one_save_belong_together():
    before = film({"logline": ENGLISH}, {"logline": GERMAN})
    now = film({"logline": "Two ferries."}, {"logline": "Zwei Fähren."})
    assert after(before, now, mark(ENGLISH)) == {PLACE: NewMark("Two ferries.", "written")}


def test_change_without_effect_on_meaning_keeps_what_was_valid_and_nothing_else():
    before = film({"logline": ENGLISH}, {"logline": GERMAN})
    now = film({"logline": ENGLISH + "!"}, {"logline": GERMAN})
    wanted = {PLACE: NewMark(ENGLISH + "!", "no_effect")}
    assert after(before, now, keeps_meaning=True) == wanted
    assert after(before, now, mark(ENGLISH), keeps_meaning=True) == wanted
    assert after(before, now, mark("A boat."), keeps_meaning=True) == {}


def test_source_written_below_an_existing_text_is_made_from_it():
    before = film({}, {"logline": GERMAN})
    assert after(before, film({"logline": ENGLISH}, {"logline": GERMAN})) == {}


def test_deleted_text_takes_its_mark_along():
    before = film({"logline": ENGLISH}, {"logline": GERMAN})
    assert after(before, film({"logline": ENGLISH}), mark(ENGLISH)) == {PLACE: None}


def test_import_writes_no_marks():
    now = film({"logline": ENGLISH}, {"logline": GERMAN})
    assert after(None, now, is_by_hand=False) == {}
