"""How much of a text of others may be quoted from it, and that a quote says what it says."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from films.abridging import check_abridged

# Words: two long sentences. More than that is for a person to shorten.
MOST_WORDS = 60


def check_quote(quote: str, text: str) -> None:
    """Raise ValidationError for a quote that is too long, or whose words do not stand in the text.

    […] marks what is left out. Nothing is held against a source without a text.
    """
    count = len(quote.split())
    if count > MOST_WORDS:
        raise ValidationError(
            _("The quote has %(count)d words; at most %(most)d are quoted. Shorten it, with […] for"
              " what is left out.")
            % {"count": count, "most": MOST_WORDS}
        )  # fmt: skip
    if text.strip():
        check_abridged(quote, text)
