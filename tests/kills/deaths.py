"""Ways to die for one command: right before it changes a name of a file, or at any moment."""

from typing import Any

from tests.desk.backup.trial import Trial
from tests.kills.ground import Ground
from tests.kills.outcome import spread

# What a cradle is told besides the words.
Death = dict[str, Any]


def deaths_of(ground: Ground, trial: Trial, seconds: float, *words: str) -> list[Death]:
    """Return as many as there are instants, half of them at names as far as there are any.

    `trial` is a site on which the command may run to its end; `seconds` is what it takes.
    """
    names = ground.cradle.count_names(trial, *words)
    step = max(1.0, 2 * names / ground.instants)
    numbers = {names - int(n * step) for n in range(ground.instants // 2)}
    dying: list[Death] = [{"dies_at": number} for number in sorted(numbers) if number > 0]
    left = ground.instants - len(dying)
    return dying + [{"after": one} for one in spread(ground.chance, left, seconds)]
