"""Run a program under limits: `python -I -S confine.py LIMITS PROGRAM ARGUMENTS ...`.

A program of its own, because the limits must hold before the other one begins and because code
between fork and exec is not safe in a process with threads. LIMITS is JSON: names of
`resource.RLIMIT_*` and their values. The program gets no environment and, where the system allows
it, no network; it ends with the process that asked for it.
"""

import ctypes
import json
import os
import resource
import signal
import sys

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000  # linux/sched.h
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38  # linux/prctl.h


def main(limits: str, program: str, *arguments: str) -> None:
    if sys.platform == "linux":
        leave_the_network()
    os.nice(10)
    for name, value in json.loads(limits).items():
        number = getattr(resource, name)
        most = resource.getrlimit(number)[1]
        least = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(number, (least, least))
    # Python ignores it, and what is ignored stays so.
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    os.execve(program, [program, *arguments], {})  # noqa: S606 - the whole point


def leave_the_network() -> None:
    """A network of its own has no way out; a user of its own may be needed to get one."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.unshare(CLONE_NEWNET) != 0:
        libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)


if __name__ == "__main__":
    main(*sys.argv[1:])
