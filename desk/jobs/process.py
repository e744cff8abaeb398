"""Which process this is, so that others of the same machine can tell whether it has ended (Linux).

Numbers of processes are given out again, so the moment of the start belongs to it; containers count
for themselves, so their count does, too; and a machine that was started anew is another one.
"""

import os
from pathlib import Path

BOOT = Path("/proc/sys/kernel/random/boot_id")
OWN_SPACE = Path("/proc/self/ns/pid")
# The 22nd field of /proc/<pid>/stat (proc_pid_stat(5)), counted behind the name of the program.
START = 19


def this_process() -> str:
    """Return "machine number start"; "" where that cannot be known."""
    machine, pid = _machine(), os.getpid()
    start = _start_of(pid)
    return f"{machine} {pid} {start}" if machine and start else ""


def has_ended(process: str) -> bool:
    """Tell whether it has ended for certain; of another machine's processes nothing is certain."""
    machine, _space, rest = process.partition(" ")
    if not process or machine != _machine():
        return False
    pid, start = rest.split()
    return _start_of(int(pid)) != start


def _machine() -> str:
    try:
        return f"{BOOT.read_text().strip()}/{OWN_SPACE.readlink()}"
    except OSError:
        return ""


def _start_of(pid: int) -> str:
    """Return the moment of its start in ticks; "" if it has ended, buried or not."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if words[0] in ("Z", "X") else words[START]
