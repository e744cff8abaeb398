"""One target after another, each in a process of its own: what kills or blocks it is a finding."""

import contextlib
import hashlib
import json
import os
import signal
import sys
import time
import traceback
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.fuzz.guarding import limit_memory, problem_of
from tests.fuzz.target import Target

FINDINGS = Path(__file__).parent / "findings"
# How long after the end of its time a process may still be at its last case.
PATIENCE = 60  # seconds
MINIMISING = 5  # seconds
# Of one kind are kept the first; a target that finds everything wrong need not go on.
MOST_KINDS = 10


@dataclass(frozen=True)
class Finding:
    """`case` is minimised and lies in `file`; `number` is that of the case it was made from."""

    target: str
    seed: int
    number: int
    problem: str
    file: str

    def told(self) -> str:
        case = Path(self.file).read_bytes()
        problem = "\n    ".join(self.problem.strip().splitlines()[-12:])
        return (f"FINDING {self.target}, seed {self.seed}, case {self.number}: "
                f"{self.problem.splitlines()[0]}\n    {problem}\n"
                f"  {len(case)} bytes: {case[:300]!r}\n"
                f"  python -m tests.fuzz --replay {self.file}")  # fmt: skip


@dataclass
class Tried:
    """What came of a target."""

    cases: int = 0
    seconds: float = 0.0
    findings: list[Finding] = field(default_factory=list)


def run_apart(target: Target, seed: int, seconds: float, folder: Path) -> Tried:
    """Run a target in a process of its own; `folder` is for the two to talk."""
    told, running = folder / f"{target.name}.json", folder / f"{target.name}.case"
    child = os.fork()
    if not child:
        _be_child(target, seed, seconds, told, running)
    status = _wait(child, seconds + PATIENCE)
    if status is None or not told.exists():
        why = "it does not end" if status is None else f"the process ended with {status}"
        case = running.read_bytes() if running.exists() else b""
        return Tried(0, seconds, [keep(target, seed, -1, why, case)])
    read = json.loads(told.read_text())
    return Tried(read["cases"], read["seconds"], [Finding(**row) for row in read["findings"]])


def _be_child(target: Target, seed: int, seconds: float, told: Path, running: Path) -> None:
    from tests.fuzz.world import own_database

    code = 1
    try:
        limit_memory()
        own_database()
        told.write_text(json.dumps(asdict(run(target, seed, seconds, running))))
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def _wait(child: int, seconds: float) -> int | None:
    """Return how the process ended; None if it had to be killed."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def run(target: Target, seed: int, seconds: float, running: Path) -> Tried:
    """Try cases until the time is over; each is written down before, should it be the last."""
    tried, kinds, number = Tried(), set(), 0
    # The first loads what all need, and is judged by its answer alone.
    running.write_bytes(first := target.case(seed, 0))
    problem_of(target, first)
    started = time.monotonic()
    while time.monotonic() - started < seconds and len(kinds) < MOST_KINDS:
        case = target.case(seed, number)
        running.write_bytes(case)
        problem = problem_of(target, case)
        if problem and (kind := problem.splitlines()[0]) not in kinds:
            kinds.add(kind)
            small = minimise(target, case, kind)
            problem = problem_of(target, small) or problem
            tried.findings.append(keep(target, seed, number, problem, small))
        number += 1
    tried.cases, tried.seconds = number, time.monotonic() - started
    return tried


def minimise(target: Target, case: bytes, kind: str) -> bytes:
    """Leave out pieces, ever smaller ones, as long as the finding stays."""
    until, size = time.monotonic() + MINIMISING, max(len(case) // 2, 1)
    while size:
        at = 0
        while at < len(case):
            if time.monotonic() > until:
                return case
            shorter = case[:at] + case[at + size :]
            if problem_of(target, shorter).partition("\n")[0] == kind:
                case = shorter
            else:
                at += size
        size //= 2
    return case


def keep(target: Target, seed: int, number: int, problem: str, case: bytes) -> Finding:
    FINDINGS.mkdir(exist_ok=True)
    file = FINDINGS / f"{target.name}-{hashlib.sha256(case).hexdigest()[:12]}.case"
    file.write_bytes(case)
    shown = file
    with contextlib.suppress(ValueError):
        shown = file.relative_to(Path.cwd())
    return Finding(target.name, seed, number, problem, str(shown))
