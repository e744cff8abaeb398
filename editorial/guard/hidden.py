"""The law of saving by itself: nobody outside the desk sees anything of it."""

from editorial import finishing
from editorial.changes import Change, on_finish

# Finishers run in the order of their registration; this one judges what the first has done.
FIRST = finishing.finish_change


class WouldShow(Exception):
    """An autosave would have changed what visitors see; nothing of it was written."""


@on_finish
def keep_hidden(opened: Change) -> None:
    """Take an autosave back that is visible: screenings of a live film, a shown person ..."""
    if opened.is_autosave and opened.is_visible:
        raise WouldShow
