"""What came of an intake, in a sentence."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sources.models import Standing
from sources.taking.choices import Taken
from sources.taking.take_back import TakenBack


def say_taken(taken: Taken) -> str:
    """Return "3 rows added, one field filled in, 12 further witnesses, 2 points are open."."""
    refused = len(taken.refused)
    said = [
        (taken.added, ngettext("%(n)s row added", "%(n)s rows added", taken.added)),
        (taken.filled, ngettext("%(n)s field filled in", "%(n)s fields filled in", taken.filled)),
        (
            taken.witnessed,
            ngettext("%(n)s further witness", "%(n)s further witnesses", taken.witnessed),
        ),
        (taken.known, ngettext("%(n)s known already", "%(n)s known already", taken.known)),
        (refused, ngettext("%(n)s refused", "%(n)s refused", refused)),
    ]
    words = [text % {"n": count} for count, text in said if count]
    words = words or [_("Kept as statements, nothing written")]
    if unsettled := _open_of(taken):
        text = ngettext("%(n)s point is open", "%(n)s points are open", unsettled)
        words.append(text % {"n": unsettled})
    return ", ".join(words) + "."


def _open_of(taken: Taken) -> int:
    """Return how many points of the film are open now."""
    if taken.intake is None:
        return 0
    standing = Standing.objects.filter(pk=taken.intake.record_id).first()
    return standing.open if standing is not None else 0


def say_taken_back(done: TakenBack) -> str:
    text = ngettext(
        "Taken back: %(n)s statement and what it had written.",
        "Taken back: %(n)s statements and what they had written.",
        done.claims,
    )
    return " ".join([text % {"n": done.claims}, *done.kept])
