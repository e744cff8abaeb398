"""Building one kit: contents, file, row; whole or not at all.

What is written has no name until it is complete, so a killed worker leaves nothing half-written.
"""

import logging
from datetime import timedelta
from tempfile import TemporaryFile

from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext_noop

from press.building.files import is_stored, store
from press.building.freshness import codes_of, stamp
from press.building.gaps import LOST_PICTURE
from press.building.patience import insist
from press.building.problems import may_pass, problem_of
from press.building.progress import SOURCE, Progress, TakenOver, note
from press.building.pruning import prune_group
from press.building.tasks import build_kit
from press.kit.contents import KitContents, desk_contents, live_contents
from press.kit.formats import FORMATS
from press.kit.hashing import contents_hash
from press.models import Kit

logger = logging.getLogger(__name__)
OPEN = (Kit.State.WAITING, Kit.State.BUILDING)
# A build that failed for a reason that may pass is tried again after these pauses, in seconds.
PAUSES = (10, 60)
MAX_ATTEMPTS = len(PAUSES) + 1


def build(kit_id: int) -> None:
    """Build a kit that waits; what goes wrong stands in its row."""
    kit = insist(lambda: take(kit_id))
    if kit is None:
        return
    try:
        with translation.override(SOURCE):
            _build(kit)
    except TakenOver:
        return
    except Exception as error:  # whatever it is, the editor who waits is told
        _fail(kit, error)
    else:
        prune_group(kit)


def take(kit_id: int) -> Kit | None:
    """Begin another attempt at a kit; None if it is done, or gone."""
    begun = Kit.objects.filter(pk=kit_id, state__in=OPEN).update(
        state=Kit.State.BUILDING, attempts=F("attempts") + 1, started_at=timezone.now(),
        progress=0, step="", problem="",
    )  # fmt: skip
    return Kit.objects.select_related("record").get(pk=kit_id) if begun else None


def _build(kit: Kit) -> None:
    progress, format = Progress(kit), Kit.Format(kit.format)
    progress(0, gettext_noop("Reading the film"))
    contents = contents_of(kit)
    mark = stamp(contents_hash(contents), format)
    sha256, size = find_built(kit, mark) or _write(contents, format, progress)
    note(
        kit, state=Kit.State.READY, sha256=sha256, size=size, contents_hash=mark, progress=100,
        step="", built_at=timezone.now(),
    )  # fmt: skip


def contents_of(kit: Kit) -> KitContents:
    """Return what the kit is to hold now. Raises `NothingLive`."""
    make = desk_contents if kit.is_draft else live_contents
    return make(kit.record, codes_of(kit))


def find_built(kit: Kit, mark: str) -> tuple[str, int] | None:
    """Return SHA-256 and size of a file of the same contents, if it is still there.

    One that lacks a lost picture is no such file: the picture may have come back.
    """
    same = Kit.objects.filter(format=kit.format, contents_hash=mark, state=Kit.State.READY)
    whole = (one for one in same if not any(gap["code"] == LOST_PICTURE for gap in one.gaps))
    return next(((one.sha256, one.size) for one in whole if is_stored(one)), None)


def _write(contents: KitContents, format: Kit.Format, progress: Progress) -> tuple[str, int]:
    with TemporaryFile() as file:
        FORMATS[format].write(contents, file, progress)
        file.seek(0, 2)
        return store(file, format)


def _fail(kit: Kit, error: Exception) -> None:
    """Say why, and try again later what may pass."""
    logger.warning("kit %s, attempt %s: %r", kit.pk, kit.attempts, error, exc_info=error)
    is_last = kit.attempts >= MAX_ATTEMPTS or not may_pass(error)
    state = Kit.State.FAILED if is_last else Kit.State.WAITING
    own = Kit.objects.filter(pk=kit.pk, attempts=kit.attempts)
    told = {"state": state, "problem": problem_of(error), "step": "", "progress": 0}
    if insist(lambda: own.update(**told)) and not is_last:
        insist(lambda: ask_again(kit, PAUSES[kit.attempts - 1]))


def give_up(kit: Kit) -> bool:
    """Delete a kit that is not ready; a build of it ends at its next step. False if it is ready."""
    gone, _by_model = Kit.objects.filter(pk=kit.pk).exclude(state=Kit.State.READY).delete()
    return bool(gone)


def ask_again(kit: Kit, seconds: int = 0) -> None:
    """Ask for the kit's next attempt, after a pause."""
    if not seconds:
        build_kit.enqueue(kit.pk)
        return
    later = timezone.now() + timedelta(seconds=seconds)
    build_kit.using(run_after=later).enqueue(kit.pk)
