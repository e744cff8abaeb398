"""Run a site under everything that an editorial office does: `python -m tests.soak [--minutes 60]`.

Prints a line every minute and what came of it; exit code 1 when a save was lost, an answer was 5xx,
the database was locked for somebody, or something grew.
"""

import argparse
import contextlib
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.request import urlopen

from tests.bad_input.world import Server
from tests.soak.doing import Work, listen, read, run_backups, run_imports, save, start, upload
from tests.soak.ledger import Ledger
from tests.soak.site import EDITORS, OF_BOTH, OF_FORMS, WORKERS, open_site, running
from tests.soak.telling import heading, line_of, summary
from tests.soak.watching import MEGABYTE, Sample, children_of, memory_of, sample

READS, FORMS, MODEL = 20.0, 2.0, 20.0  # a second, all together
READERS = 4
EVERY_IMPORT, EVERY_BACKUP, EVERY_UPLOAD = 180.0, 240.0, 30.0  # seconds
WARM_UP = 0.2  # of the time, at most ten minutes
SAMPLES = 300
# Bytes of a worker in which Django has started.
LOADED = 40 * MEGABYTE


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser("python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="lichtspiel-soak-") as name:
        return soak(Path(name), asked.minutes * 60)


def soak(folder: Path, seconds: float) -> int:
    """Run for so many seconds; return 1 if anything was wrong."""
    open_site(folder)
    ledger, over = Ledger(), threading.Event()
    with running(folder) as (server, workers):
        work = Work(server, folder, ledger, over)
        wait_for_all(server)
        processes = {f"web {n}": pid for n, pid in enumerate(children_of(server.process.pid), 1)}
        processes |= {
            name: worker.pid for name, worker in zip(("media", "kits"), workers, strict=True)
        }
        changing = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.changing", str(MODEL)],
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        threads = begin(work, changing, seconds)
        try:
            samples = watch(work, processes, seconds)
        finally:
            over.set()
            assert changing.stdin is not None
            changing.stdin.close()
            for thread in threads:
                thread.join(timeout=900)
            changing.wait(timeout=60)
    return summary(folder, ledger, samples, warm_up_of(seconds))


def wait_for_all(server: Server) -> None:
    """Ask until each worker of the web server has started and answered."""
    while (
        len(pids := children_of(server.process.pid)) < WORKERS or min(map(memory_of, pids)) < LOADED
    ):
        with contextlib.suppress(OSError):
            urlopen(f"http://{server.host}/en/", timeout=60).read()
        time.sleep(0.1)


def warm_up_of(seconds: float) -> float:
    return min(WARM_UP * seconds, 600)


def begin(work: Work, changing: "subprocess.Popen[str]", seconds: float) -> list[threading.Thread]:
    """Start all who do something; a short run has everything at least twice."""
    from django.core.files.storage import default_storage  # the names of some files that are public

    pictures = [f"/media/{name}" for name in files_below(default_storage, "renditions")[:20]]
    shares = {name: [n for at, n in enumerate((*OF_FORMS, *OF_BOTH)) if at % len(EDITORS) == place]
              for place, name in enumerate(EDITORS)}  # fmt: skip
    threads = [start(work, read, READS / READERS, pictures) for _number in range(READERS)]
    threads += [
        start(work, save, name, FORMS / len(EDITORS), films) for name, films in shares.items()
    ]
    threads.append(start(work, listen, changing))
    threads.append(start(work, upload, EDITORS[0], 1 / min(EVERY_UPLOAD, seconds / 4)))
    threads.append(start(work, run_imports, min(EVERY_IMPORT, seconds / 4)))
    threads.append(start(work, run_backups, min(EVERY_BACKUP, seconds / 3)))
    return threads


def files_below(storage, folder: str) -> list[str]:
    folders, files = storage.listdir(folder)
    below = [name for one in folders for name in files_below(storage, f"{folder}/{one}")]
    return sorted([*(f"{folder}/{name}" for name in files), *below])


def watch(work: Work, processes: dict[str, int], seconds: float) -> list[Sample]:
    """Look at processes and files until the time is over; print a line every minute."""
    started, samples, printed = time.monotonic(), [], 0.0
    print(heading(list(processes)), flush=True)
    while (passed := time.monotonic() - started) < seconds:
        samples.append(sample(passed, processes, work.folder))
        if passed >= printed:
            print(line_of(samples[-1], work.ledger), flush=True)
            printed += 60
        time.sleep(max(seconds / SAMPLES, 0.2))
    samples.append(sample(seconds, processes, work.folder))
    print(line_of(samples[-1], work.ledger), flush=True)
    return samples


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
