"""Two hundred saves of a film in the admin, during which gunicorn is killed."""

import re
import statistics
import time
from threading import Timer

from tests.desk.backup.trial import Trial
from tests.kills.browser import Browser
from tests.kills.ground import Ground, Web, check_integrity
from tests.kills.outcome import Outcome, spread

SAVES_BETWEEN = 10
TEXT = "Save number {} of many."
NUMBER = re.compile(r"Save number (\d+) of many\.")
WARMING = 3


def number_in(text: str) -> str:
    found = NUMBER.search(text)
    return found[1] if found else ""


def run(ground: Ground) -> Outcome:
    trial = ground.new_trial("save")
    return run_on(ground, trial, Outcome("save"))


def run_on(ground: Ground, trial: Trial, outcome: Outcome) -> Outcome:
    ground.cradle.measured(trial, "desk")
    desk = Desk(Web(trial))
    desk.web.start()
    desk.browser.log_in("")
    took = [desk.save() for _n in range(WARMING)]
    outcome.seconds = statistics.median(took)
    for instant in spread(ground.chance, ground.instants, outcome.seconds * 1.1):
        for _n in range(SAVES_BETWEEN - 1):
            desk.save()
        desk.save(instant)
        outcome.recoveries.append(desk.web.start())
        found = ground.told(trial)
        outcome.count(str(desk.number) in found["saved"])
        outcome.problems += desk.problems(found) + check_integrity(trial)
    outcome.lost = len(desk.acknowledged - set(map(int, ground.told(trial)["saved"])))
    outcome.note = f"{desk.number} saves, {len(desk.acknowledged)} acknowledged"
    desk.web.kill()
    return outcome


class Desk:
    """An editor who saves one film again and again, with another number each time."""

    def __init__(self, web: Web) -> None:
        self.web, self.browser = web, Browser(web)
        self.number = 0
        self.acknowledged: set[int] = set()

    def save(self, killed_after: float | None = None) -> float:
        """Save once; return the seconds of the answer. It may be killed so long after its begin."""
        self.number += 1
        address = "/admin/films/film/1/change/"
        fields = [pair for pair in self.browser.read_form(address) if not _is_text(pair[0])]
        text = TEXT.format(self.number)
        fields += [("logline_en", text), ("synopsis_long_en", text), ("_continue", "1")]
        timer = None if killed_after is None else Timer(killed_after, self.web.kill)
        began = time.monotonic()
        if timer:
            timer.start()
        status = self.browser.save(address, fields)
        took = time.monotonic() - began
        if timer:
            timer.join()
        assert status == 302 or (timer and not status), f"The save answers {status}"
        if status == 302:
            self.acknowledged.add(self.number)
        return took

    def problems(self, found: dict) -> list[str]:
        """Return what is half or lost of the last save, and of those before."""
        problems = [f"half-written: {name}" for name in found["half"]]
        for logline, synopsis in found["texts"]:
            if logline != synopsis:
                problems.append(f"half a save: {logline!r}, {synopsis!r}")
        lost = self.acknowledged - set(map(int, found["saved"]))
        problems += [f"acknowledged and lost: save {number}" for number in sorted(lost)]
        if self.browser.fetch("/en/night-ferry/")[0] != 200:
            problems.append("the page of the film does not answer")
        return problems


def _is_text(name: str) -> bool:
    return name in ("logline_en", "synopsis_long_en") or name.startswith("_save")
