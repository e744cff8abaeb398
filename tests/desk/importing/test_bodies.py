import pytest

from desk.importing.bodies import Body, read_body


@pytest.mark.parametrize(
    "markdown", ["Text", "---\n\nText\n", "\n\nText\n\n---\n", "---\n---\nText", "***\nText"]
)
def test_rules_around_the_text_are_dropped(markdown):
    assert read_body(markdown) == Body("Text", "")


def test_a_rule_between_two_parts_stays():
    assert read_body("One\n\n---\n\nTwo").text == "One\n\n---\n\nTwo"


@pytest.mark.parametrize(
    "heading",
    [
        "**External References:**",
        "**Externe Referenzen:**",
        "## External References",
        "**External references**:",
    ],
)
def test_references_at_the_end_are_taken_out(heading):
    body = read_body(f"Text\n\n---\n\n{heading}\n- seen in a list\n- a second one\n")

    assert body == Body("Text", "- seen in a list\n- a second one")


def test_text_after_the_references_stays():
    body = read_body("Text\n\n**External References:**\n- one\n\nMore text")

    assert body == Body("Text\n\nMore text", "- one")


def test_text_of_one_language_in_two_places_is_reported(content):
    content.index("de", "body_en: Another text.")
    content.index("en", "", body="The text.")

    film = content.film()

    assert film.texts["en"]["synopsis_long"] == "The text."
    assert [problem.key for problem in film.problems] == ["body"]
