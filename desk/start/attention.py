"""What needs attention, in blocks; what is in order does not appear."""

from typing import Any

from desk.start.ahead import ahead, unpublished
from desk.start.blocks import Block
from desk.start.doubles import likely_doubles
from desk.start.failed_jobs import failed_jobs
from desk.start.legal import missing_by_law
from desk.start.open_points import open_points
from desk.start.pictures import ending_rights, without_credit
from desk.start.press_kits import failed_kits
from desk.start.to_translate import to_translate
from desk.start.videos import unprepared_videos


def attention_of(user: Any) -> tuple[Block, ...]:
    """Return the blocks that have something for this user, the most pressing first.

    The number of queries does not depend on how much there is.
    """
    blocks = (
        failed_jobs(user),
        failed_kits(user),
        unprepared_videos(user),
        missing_by_law(user),
        ending_rights(user),
        without_credit(user),
        open_points(user),
        likely_doubles(user),
        *to_translate(user),
        ahead(user),
        unpublished(user),
    )
    return tuple(block for block in blocks if block is not None)
