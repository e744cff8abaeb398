"""How a screening names its version: OmU only for what is one."""

from dataclasses import fields

import pytest
from django.utils.translation import override

from films.sheet.context import Context
from films.sheet.lookups import Lookups
from films.sheet.showing import say_version

NOTHING = Lookups(**{field.name: {} for field in fields(Lookups)})


def say(screening, versions, language="en", texts=None) -> str:
    document = {"versions": versions, "texts": {language: {"versions": texts or {}}}}
    with override(language):
        return say_version(Context(document, language, (language,), NOTHING), screening).line


RUSSIAN = {"uuid": "main", "is_main": True, "dialogue_languages": ["ru"]}
DUBBED = {"uuid": "dub", "dialogue_languages": ["de"], "subtitle_languages": ["en"]}


@pytest.mark.parametrize(
    ("subtitles", "english", "german"),
    [
        ("de", "Original with German subtitles", "Original mit deutschen Untertiteln (OmU)"),
        ("en", "Original with English subtitles", "Original mit englischen Untertiteln (OmeU)"),
        ("nl", "Original with Dutch subtitles", "Original mit niederländischen Untertiteln"),
        ("hi", "Original with Hindi subtitles", "Original mit Untertiteln (Hindi)"),
        ("", "", ""),
        ("ru", "With Russian subtitles", "Mit russischen Untertiteln"),
    ],
)  # fmt: skip
def test_subtitles_of_the_screening_make_the_version(subtitles, english, german):
    screening = {"uuid": "s", "subtitles": subtitles}
    assert say(screening, [RUSSIAN]) == english
    assert say(screening, [RUSSIAN], "de") == german


def test_version_tells_its_only_subtitles_and_nothing_of_several():
    one = {**RUSSIAN, "subtitle_languages": ["de"]}
    assert say({}, [one]) == "Original with German subtitles"
    assert say({}, [{**RUSSIAN, "subtitle_languages": ["de", "en"]}]) == ""


def test_dubbed_version_is_no_original():
    assert say({"version": "dub"}, [RUSSIAN, DUBBED]) == "Language: German, with English subtitles"


def test_film_without_dialogue_says_so():
    silent = {"uuid": "main", "is_main": True, "has_no_dialogue": True}
    assert say({}, [silent]) == "Without dialogue"


def test_name_of_a_version_stands_before_its_languages():
    cut = {"uuid": "cut", "dialogue_languages": ["ru"], "subtitle_languages": ["de"]}
    names = {"cut": {"name": "Short cut"}}
    assert (
        say({"version": "cut"}, [RUSSIAN, cut], texts=names)
        == "Short cut · Original with German subtitles"
    )
    assert say({"version": "gone"}, [RUSSIAN, cut], texts=names) == ""


def test_name_that_tells_the_subtitles_is_enough():
    cut = {"uuid": "cut", "dialogue_languages": ["ru"], "subtitle_languages": ["de"]}
    names = {"cut": {"name": "Kinofassung mit deutschen Untertiteln"}}
    told = say({"version": "cut"}, [RUSSIAN, cut], "de", names)
    assert told == "Kinofassung mit deutschen Untertiteln (OmU)"
