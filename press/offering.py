"""Whether the press room has something to show.

Every live film is: without a logline or a synopsis no language of it goes live
(films/checklist.py), and those are texts for the press.
"""

from editorial.memory import remember
from editorial.publishing.window import live_titles
from press.releases import live_releases


def has_room(language: str) -> bool:
    return remember(
        ("press room", language),
        lambda: live_titles("film", language).exists() or bool(live_releases(language)),
    )
