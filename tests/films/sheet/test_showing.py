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
        ("de", "OmU, original version with German subtitles",
         "OmU, Originalfassung mit deutschen Untertiteln"),
        ("en", "OmeU, original version with English subtitles",
         "OmeU, Originalfassung mit englischen Untertiteln"),
        ("fr", "OmU (French), original version with subtitles (French)",
         "OmU (Französisch), Originalfassung mit Untertiteln (Französisch)"),
        ("", "", ""),
        ("ru", "with subtitles (Russian)", "mit Untertiteln (Russisch)"),
    ],
)  # fmt: skip
def test_subtitles_of_the_screening_make_the_version(subtitles, english, german):
    screening = {"uuid": "s", "subtitles": subtitles}
    assert say(screening, [RUSSIAN]) == english
    assert say(screening, [RUSSIAN], "de") == german


def test_version_tells_its_only_subtitles_and_nothing_of_several():
    one = {**RUSSIAN, "subtitle_languages": ["de"]}
    assert say({}, [one]) == "OmU, original version with German subtitles"
    assert say({}, [{**RUSSIAN, "subtitle_languages": ["de", "en"]}]) == ""


def test_dubbed_version_is_no_original():
    assert say({"version": "dub"}, [RUSSIAN, DUBBED]) == "language: German, subtitles: English"


def test_film_without_dialogue_says_so():
    silent = {"uuid": "main", "is_main": True, "has_no_dialogue": True}
    assert say({}, [silent]) == "no dialogue"


def test_named_version_needs_no_explanation_of_its_letters():
    cut = {"uuid": "cut", "dialogue_languages": ["ru"], "subtitle_languages": ["de"]}
    names = {"cut": {"name": "Short cut"}}
    assert say({"version": "cut"}, [RUSSIAN, cut], texts=names) == "Short cut, OmU"
    assert say({"version": "gone"}, [RUSSIAN, cut], texts=names) == ""
