"""A server of another make for tests, on this machine: it can hang, be killed and come back."""

import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


class ServerProcess:
    """One process with a folder of its own; `start` is its maker's, and may be called again."""

    def __init__(self, prefix: str) -> None:
        # A short path: the name of a socket may have 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix=prefix, dir="/tmp"))
        self.process: subprocess.Popen[bytes] | None = None

    def run(self, line: Sequence[str | Path]) -> None:
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(line, cwd=self.folder, stdout=log, stderr=log)

    def wait_for(self, is_up: Callable[[], Any], seconds: int) -> None:
        """Return when it answers. Raises `RuntimeError` with the end of its log."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.process and self.process.poll() is None:
            if is_up():
                return
            time.sleep(0.05)
        raise RuntimeError((self.folder / "log").read_text()[-4000:])

    def pause(self) -> None:
        """Let it hang: it takes connections and answers nothing."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End it at once: what it said it has written is written."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(timeout=30)
            self.process = None

    def throw_away(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
