"""What the buttons in the panel above a form ask for, beside saving it."""

from collections.abc import Mapping

from editorial.fields import languages

# A button is named `_<verb>`; its value is the language.
VERBS = ("publish", "schedule", "preview")
# The moment of a schedule, by language.
MOMENT = "_schedule_at_"


def read_wish(post: Mapping[str, str]) -> tuple[str, str] | None:
    """Return (verb, language) of the pressed button, if it was one of ours."""
    for verb in VERBS:
        language = post.get(f"_{verb}", "")
        if language in languages():
            return verb, language
    return None
