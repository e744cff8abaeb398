"""Rows of two sources that are one by nature."""

from django.db.models import UniqueConstraint

from editorial.kinds import all_kinds, kind_of
from editorial.matching_rows import leave_out_doubles, match_rows, rename_rows


def film(texts=None, **parts):
    return {"facts": {}, "texts": texts or {}, **parts}


def match(theirs, ours, before=None):
    return match_rows(kind_of("film"), theirs, ours, before or film())


def test_the_same_country_takes_our_identifier():
    theirs = film(countries=[{"uuid": "a", "code": "DE"}, {"uuid": "b", "code": "EE"}])
    ours = film(countries=[{"uuid": "x", "code": "EE"}])
    assert match(theirs, ours) == {"b": "x"}


def test_a_row_that_is_here_under_its_own_identifier_is_not_given_away():
    theirs = film(countries=[{"uuid": "x", "code": "EE"}, {"uuid": "b", "code": "DE"}])
    ours = film(countries=[{"uuid": "x", "code": "DE"}])
    assert match(theirs, ours) == {}


def test_two_rows_that_are_no_main_version_are_two():
    theirs = film(versions=[{"uuid": "a", "is_main": True}, {"uuid": "b", "is_main": False}])
    ours = film(versions=[{"uuid": "x", "is_main": False}, {"uuid": "y", "is_main": True}])
    assert match(theirs, ours) == {"a": "y"}


def test_the_former_import_is_matched_too():
    ours = film(countries=[{"uuid": "x", "code": "EE"}])
    assert match(film(), ours, film(countries=[{"uuid": "a", "code": "EE"}])) == {"a": "x"}


def test_a_row_of_another_row_follows_it():
    theirs = film(
        press_items=[{"uuid": "p", "url": "https://paper.example/1"}],
        quotes=[{"uuid": "t", "press_item": "p", "text": "A quiet marvel."}],
    )
    ours = film(
        press_items=[{"uuid": "o", "url": "https://paper.example/1"}],
        quotes=[{"uuid": "v", "press_item": "o", "text": "A quiet marvel."}],
    )
    assert match(theirs, ours) == {"p": "o", "t": "v"}


def test_one_person_playing_two_is_matched_by_the_character():
    def cast(first, second):
        texts = {"en": {"credits": {first: {"character": "Twin"}, second: {"character": "Judge"}}}}
        rows = [{"uuid": uuid, "person": "ada", "role": "actor"} for uuid in (first, second)]
        return film(texts, credits=rows)

    assert match(cast("a", "b"), cast("y", "x")) == {"a": "y", "b": "x"}
    reversed_rows = cast("y", "x")
    reversed_rows["credits"].reverse()
    assert match(cast("a", "b"), reversed_rows) == {"a": "y", "b": "x"}


def test_texts_contradict_only_in_a_language_that_both_have():
    def award(uuid, **names):
        texts = {code: {"awards": {uuid: {"name": name}}} for code, name in names.items()}
        return film(texts, awards=[{"uuid": uuid, "year": 2020}])

    assert match(award("a", en="Golden Net"), award("x", en="golden net")) == {"a": "x"}
    assert match(award("a", en="Golden Net"), award("x", en="Silver Net")) == {}
    assert match(award("a", en="Golden Net"), award("x", de="Goldenes Netz")) == {}


def test_renaming_reaches_keys_and_values():
    document = {"rows": [{"uuid": "a", "of": "b"}], "texts": {"a": {"name": "a story"}}}
    assert rename_rows(document, {"a": "x", "b": "y"}) == {
        "rows": [{"uuid": "x", "of": "y"}],
        "texts": {"x": {"name": "a story"}},
    }


def test_a_double_of_our_row_is_left_out():
    ours = film(countries=[{"uuid": "x", "code": "DE"}])
    merged = film(
        {"en": {"countries": {"a": {"note": "coast"}, "x": {"note": "hills"}}}},
        countries=[{"uuid": "a", "code": "DE"}, {"uuid": "x", "code": "DE"}],
    )
    [(part, row)] = leave_out_doubles(kind_of("film"), merged, ours)
    assert (part.name, row["uuid"]) == ("countries", "a")
    assert merged["countries"] == [{"uuid": "x", "code": "DE"}]
    assert merged["texts"]["en"]["countries"] == {"x": {"note": "hills"}}


def test_every_table_that_takes_a_row_once_says_by_what():
    for kind in all_kinds():
        for part in kind.parts[1:]:
            for constraint in part.model._meta.constraints:
                if isinstance(constraint, UniqueConstraint):
                    assert part.one_by, f"{kind.name}.{part.name}: {constraint.name}"
