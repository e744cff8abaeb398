"""A folder of films that is imported."""

from typing import Any

from tests.bad_input.faults.imports import write_film
from tests.desk.backup.trial import Trial
from tests.kills.ground import Ground, check_integrity
from tests.kills.outcome import Outcome, spread

FILMS = 60


def run(ground: Ground) -> Outcome:
    outcome = Outcome("import")
    root = ground.path / "folder"
    for number in range(FILMS):
        write_film(root, f"killed-{number}")
    words = ("import_content", str(root), "--verbosity", "0")
    empty = ground.new_trial("import")
    outcome.seconds = ground.cradle.measured(ground.copy(empty, "unhurt"), *words)
    for instant in spread(ground.chance, ground.instants, outcome.seconds):
        trial = ground.copy(empty, "import-killed")
        ground.cradle.run(trial, *words, after=instant)
        _look(outcome, trial, ground.told(trial))
        outcome.recoveries.append(ground.cradle.measured(trial, *words))
        if len(ground.told(trial)["films"]) != FILMS:
            outcome.problems.append("the next run has not completed the import")
    return outcome


def _look(outcome: Outcome, trial: Trial, found: dict[str, Any]) -> None:
    """Each film is a whole of its own; the import is whole when all are there."""
    outcome.count(len(found["films"]) == FILMS)
    outcome.problems += [f"half-written: {name}" for name in found["half"]]
    outcome.problems += check_integrity(trial)
    left = [path.name for path in (trial.path / "tmp").iterdir()]
    outcome.problems += [f"left behind: {name}" for name in left]
