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
