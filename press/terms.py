"""What may be done with the pictures: the company's own terms, or the usual ones."""

from django.utils.translation import override, pgettext

from editorial.fields import column, languages
from editorial.memory import remember
from editorial.prose import plain_text
from pages.models import Profile


def usual_terms(language: str) -> str:
    """Return what is said in a language where the company has said nothing."""
    with override(language):
        return pgettext(
            "press kit",
            "Pictures may be used free of charge in reports about this film, with the credit that "
            "stands beside each.",
        )


def terms_by_language() -> dict[str, str]:
    """Return the terms as plain text; in all languages of the site where there are none.

    Kept by the process until content changes.
    """
    return remember(("press terms",), _read_terms)


def _read_terms() -> dict[str, str]:
    profile = Profile.objects.first()
    own = {code: getattr(profile, column("press_terms", code), "") or "" for code in languages()}
    told = {code: plain_text(text) for code, text in own.items() if text.strip()}
    return told or {code: usual_terms(code) for code in languages()}
