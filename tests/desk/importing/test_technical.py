import pytest

from desk.importing.technical import TechnicalFacts, read_spoken, read_technical

LANGUAGES = ("en", "de")


def facts_of(text):
    facts = TechnicalFacts()
    read_technical(text, LANGUAGES, facts)
    return facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "35 mm, 1:1.66, Colour, Dolby-Digital",
            TechnicalFacts("35 mm", "1:1.66", "colour", "Dolby Digital"),
        ),
        (
            "35 mm, 1:1.66, Farbe, Dolby Digital, Ohne Dialog",
            TechnicalFacts("35 mm", "1:1.66", "colour", "Dolby Digital", (), True),
        ),
        (
            "16 mm, 1:1,37, Farbe, engl. Untertitel",
            TechnicalFacts("16 mm", "1:1.37", "colour", "", (), False, ("en",)),
        ),
        ("Color, 35mm", TechnicalFacts("35 mm", "", "colour")),
        ("Farbe, ohne Dialoge", TechnicalFacts("", "", "colour", has_no_dialogue=True)),
        ("No dialogue", TechnicalFacts(has_no_dialogue=True)),
        ("35 mm, handkoloriert", TechnicalFacts("35 mm", "", "hand_coloured")),
        ("35 mm, hand coloured", TechnicalFacts("35 mm", "", "hand_coloured")),
        ("s/w", TechnicalFacts(colour="black_and_white")),
        ("schwarz-weiß", TechnicalFacts(colour="black_and_white")),
        ("b&w", TechnicalFacts(colour="black_and_white")),
        ("1.85:1", TechnicalFacts(aspect_ratio="1:1.85")),
        ("16:9", TechnicalFacts(aspect_ratio="16:9")),
        ("35 mm,1:1,66", TechnicalFacts("35 mm", "1:1.66")),
        ("DCP 2K / 5.1", TechnicalFacts("2K DCP", sound="5.1")),
        (
            "Cinemascope, b/w-colored",
            TechnicalFacts("", "CinemaScope", "tinted", rest=["b/w-colored"]),
        ),
        (
            "Cinemascope, s/w-coloriert",
            TechnicalFacts("", "CinemaScope", "tinted", rest=["s/w-coloriert"]),
        ),
        ("Farbe und s/w, Kodak 5219", TechnicalFacts(rest=["Farbe und s/w", "Kodak 5219"])),
        ("35 mm, DCP", TechnicalFacts("35 mm", rest=["DCP"])),
    ],
)
def test_technical_line_is_read_piece_by_piece(text, expected):
    assert facts_of(text) == expected


@pytest.mark.parametrize(
    ("text", "dialogue", "subtitles"),
    [
        ("Indonesian dialogue, English subtitled", ("id",), ("en",)),
        ("Russian, English, French, Kazakh", ("ru", "en", "fr", "kk"), ()),
        ("russisch und kasachisch", ("ru", "kk"), ()),
        ("georgische Dialoge, mit deutschen und englischen Untertiteln", ("ka",), ("de", "en")),
        ("subtitles in English", (), ("en",)),
    ],
)
def test_dialogue_key_names_languages(text, dialogue, subtitles):
    facts = TechnicalFacts()

    read_spoken(text, LANGUAGES, facts)

    assert facts.dialogue_languages == dialogue
    assert facts.subtitle_languages == subtitles
    assert facts.rest == []


@pytest.mark.parametrize("text", ["no dialogue", "without words", "ohne Worte", "dialoglos"])
def test_dialogue_key_knows_films_without_words(text):
    facts = TechnicalFacts()

    read_spoken(text, LANGUAGES, facts)

    assert facts == TechnicalFacts(has_no_dialogue=True)


def test_an_unknown_language_stays_as_text():
    facts = TechnicalFacts()

    read_spoken("Klingonian dialogue", LANGUAGES, facts)

    assert facts == TechnicalFacts(rest=["Klingonian dialogue"])
