"""Backups that are killed, and restores: afterwards the site is the old one or the new one."""

from pathlib import Path

from tests.desk.backup.trial import Trial
from tests.kills.databases import databases_beside
from tests.kills.deaths import deaths_of
from tests.kills.ground import Ground, check_integrity, files_below, let_time_pass
from tests.kills.outcome import Outcome

# A restore keeps what was there before under this name.
FORMER = "_before_restore_"
Side = tuple[tuple[str, ...], frozenset[str]]


def run_backup(ground: Ground) -> Outcome:
    outcome, cradle = Outcome("backup"), ground.cradle
    trial = _furnished(ground, "backup")
    outcome.seconds = cradle.measured(trial, "backup", str(ground.path / "unhurt.backup"))
    spare = ("backup", str(ground.path / "spare.backup"))
    for number, death in enumerate(deaths_of(ground, trial, outcome.seconds, *spare)):
        folder = ground.path / f"kept-{number}"
        folder.mkdir()
        file, again = folder / "site.backup", folder / "again.backup"
        cradle.run(trial, "backup", str(file), **death)
        outcome.count(file.exists())
        let_time_pass(folder)
        outcome.recoveries.append(cradle.measured(trial, "backup", str(again)))
        for one in (file, again):
            if one.exists() and cradle.run(trial, "restore", str(one), "--verify"):
                outcome.problems.append(f"{one.name} is no whole backup")
        left = {path.name for path in folder.iterdir()} - {file.name, again.name}
        outcome.problems += [f"left behind: {name}" for name in sorted(left)]
    return outcome


def run_restore(ground: Ground) -> Outcome:
    outcome, cradle = Outcome("restore"), ground.cradle
    old, new, file = _two_states(ground)
    sides, words = (_side(ground, old), _side(ground, new)), ("restore", str(file))
    outcome.seconds = cradle.measured(ground.copy(old, "restored"), *words)
    for death in deaths_of(ground, ground.copy(old, "counted"), outcome.seconds, *words):
        trial = ground.copy(old, "restore-killed")
        cradle.run(trial, *words, **death)
        outcome.problems += _brought_back(ground, trial)
        side = _side(ground, trial)
        outcome.count(side == sides[1])
        outcome.problems += [] if side in sides else [f"a mixture: {side}"]
        outcome.recoveries.append(cradle.measured(trial, *words))
        if _side(ground, trial) != sides[1]:
            outcome.problems.append("the next restore is not whole")
        outcome.problems += check_integrity(trial) + _leftovers(trial)
    return outcome


def _two_states(ground: Ground) -> tuple[Trial, Trial, Path]:
    """Return a site, another state of it, and the backup of that."""
    old = _furnished(ground, "restore")
    new = ground.copy(old, "restore-new")
    ground.cradle.measured(old, "picture")
    ground.cradle.measured(new, "more")
    file = ground.path / "new.backup"
    ground.cradle.measured(new, "backup", str(file))
    return old, new, file


def _furnished(ground: Ground, name: str) -> Trial:
    trial = ground.new_trial(name)
    ground.cradle.measured(trial, "desk")
    return trial


def _side(ground: Ground, trial: Trial) -> Side:
    """Return the films in the database and the names of all files."""
    films = tuple(ground.told(trial)["films"])
    return films, frozenset(path.name for path in files_below(trial.media))


def _brought_back(ground: Ground, trial: Trial) -> list[str]:
    """Do what docs/backup.md says after a kill, if names were about to change places."""
    swap = next(trial.path.rglob("*.swap"), None)
    if swap is None:
        return []
    if not swap.with_suffix(".maintenance").exists():
        return ["the names have changed places half way, and nobody is told"]
    is_well = ground.cradle.run(trial, "upgrade", "--database-only") == 0
    return [] if is_well else ["the upgrade after the kill has failed"]


def _leftovers(trial: Trial) -> list[str]:
    left = [path.name for path in trial.path.rglob("*")
            if path.name.endswith((".restoring", ".swap", ".maintenance"))]  # fmt: skip
    left += [path.name for path in (trial.path / "tmp").iterdir()]
    left += [name for name in databases_beside(trial.url) if FORMER not in name]
    return [f"left behind: {name}" for name in left]
