"""One case under limits of time and memory."""

import contextlib
import resource
import signal
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.target import Target

# No case gets near it: so that a bomb ends in this process, and not with the machine.
MOST_MEMORY = 6 * 1024**3  # bytes of addresses
PEAK = Path("/proc/self/clear_refs")
STATUS = Path("/proc/self/status")
HERE = Path(__file__).parent
ROOT = HERE.parent.parent


class Hung(BaseException):
    """The time is over. No `except Exception` of the product stops it."""


def limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.RLIM_INFINITY))


def problem_of(target: Target, case: bytes) -> str:
    """Return what is wrong with one case, beginning with a line that names the kind, or ''."""
    memory, children, started = new_peak(), spent_by_children(), time.process_time()
    try:
        with time_limit(target.seconds):
            problem = target.check(case)
    except Hung:
        return f"it took more than {target.seconds} s\n{_last_lines()}"
    except Exception as error:
        return f"{kind_of(error)}\n{traceback.format_exc(limit=-6)}"
    seconds = time.process_time() - started + spent_by_children() - children
    # What a library does outside Python ends before the signal is heard.
    if not problem and seconds > target.seconds:
        return f"it took more than {target.seconds} s"
    if not problem and (grown := peak() - memory) > target.megabytes * 1024:
        return f"it needed more than {target.megabytes} MB\n({grown // 1024} MB)"
    return problem


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `Hung` after so many seconds of the processor."""

    def stop(*_given: object) -> None:
        raise Hung

    former = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)


def spent_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def new_peak() -> int:
    """Let the highest memory count from now on; return it in kilobytes (Linux, proc(5))."""
    PEAK.write_text("5")
    return peak()


def peak() -> int:
    return next(int(line.split()[1]) for line in STATUS.open() if line.startswith("VmHWM"))


def kind_of(error: BaseException) -> str:
    """Return error and place in our code: two cases with the same are one finding."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if ".venv" not in f.filename and str(HERE) not in f.filename]
    last = (ours or frames)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}, {last.name}"


def _last_lines() -> str:
    return traceback.format_exc(limit=-4)
