"""Values in words and back."""

import pytest
from django.core.exceptions import ValidationError

from sources.desk.values import KINDS


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("runtime", 5700, "95 min"),
        ("runtime", 330, "5:30 min"),
        ("country", "KZ", "Kazakhstan"),
        ("countries", ["DE", "KZ"], "Germany, Kazakhstan"),
        ("languages", ["ru", "kk"], "Russian, Kazakh"),
        ("year", 2011, "2011"),
        ("date", "2011-10", "2011-10"),
        ("url", "https://example.com/a", "https://example.com/a"),
    ],
)
def test_value_said_is_read_back(kind, value, said):
    say, read = KINDS[kind]
    assert (say(value), read(said)) == (said, value)


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("runtime", "long", "“long” is no runtime. Write 95 min or 5:30 min."),
        ("country", "Utopia", "“Utopia” is no country. Write its name or its code."),
        ("countries", "Germany, Utopia", "“Utopia” is no country. Write its name or its code."),
        ("languages", "Klingonish", "Not all of these are languages: Klingonish."),
        ("year", "11", "“11” is no year. Write 2011."),
        ("date", "2011-13", "“2011-13” is no date. Write 1968, 1968-04 or 1968-04-24."),
        ("url", "javascript:alert(1)", "Enter a valid URL."),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(kind, text, message):
    with pytest.raises(ValidationError) as caught:
        KINDS[kind][1](text)
    assert caught.value.messages == [message]
