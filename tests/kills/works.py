"""Workers that are killed while they make the sizes of a picture, or press kits."""

import hashlib
from pathlib import Path
from typing import Any

from PIL import Image as Pillow

from tests.desk.backup.trial import Trial
from tests.kills.ground import Ground, check_integrity, files_below
from tests.kills.outcome import Outcome, spread

# The one that was killed, and the one that took its job up.
MOST_WORKERS = 2


def run_rendition(ground: Ground) -> Outcome:
    return _run(ground, "rendition", "picture", "media", _are_pictures_whole)


def run_kit(ground: Ground) -> Outcome:
    return _run(ground, "kit", "kits", "kits", _are_kits_whole)


def _run(ground: Ground, name: str, wish: str, queue: str, look: Any) -> Outcome:
    outcome = Outcome(name)
    waiting = ground.new_trial(name)
    ground.cradle.measured(waiting, wish)
    words = ("work", "--batch", "--queues", queue)
    unhurt = ground.copy(waiting, "unhurt")
    outcome.seconds = ground.cradle.measured(unhurt, *words)
    made = len(_names(unhurt))
    for instant in spread(ground.chance, ground.instants, outcome.seconds):
        trial = ground.copy(waiting, f"{name}-killed")
        ground.cradle.run(trial, *words, after=instant)
        outcome.problems += _half_files(trial) + check_integrity(trial)
        outcome.count(look(ground.told(trial)))
        outcome.recoveries.append(ground.cradle.measured(trial, *words))
        outcome.problems += _undone(ground.told(trial), look) + _half_files(trial)
        outcome.problems += ground.tidied(trial)
        if len(_names(trial)) != made:
            outcome.problems.append(f"{len(_names(trial))} files instead of {made}")
    return outcome


def _undone(found: dict[str, Any], look: Any) -> list[str]:
    """Return what the next worker has not put right."""
    problems = [] if look(found) else ["the next worker has not done the job"]
    return problems + [f"a job {state.lower()} after {workers} workers"
                       for state, workers in found["jobs"]
                       if state == "FAILED" or workers > MOST_WORKERS]  # fmt: skip


def _names(trial: Trial) -> set[str]:
    return {path.name for path in files_below(trial.media)}


def _half_files(trial: Trial) -> list[str]:
    """Return the files under a name that is served which are not whole."""
    return [f"half a file is served: {path.name}" for path in files_below(trial.media)
            if path.suffix != ".part" and not is_whole(path)]  # fmt: skip


def is_whole(path: Path) -> bool:
    """Tell whether a picture can be read to its end; other files bear their SHA-256 as a name."""
    if "renditions" not in path.parts:
        return hashlib.sha256(path.read_bytes()).hexdigest() == path.stem
    try:
        with Pillow.open(path) as picture:
            picture.load()
    except (OSError, SyntaxError):
        return False
    return True


def _are_pictures_whole(found: dict[str, Any]) -> bool:
    return all(is_complete and is_cropped for is_complete, is_cropped in found["pictures"])


def _are_kits_whole(found: dict[str, Any]) -> bool:
    return all(state == "ready" for state, _sha256, _attempts in found["kits"])
