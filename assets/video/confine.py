"""Run a program under limits: `python -I -S confine.py LIMITS READABLE PROGRAM ARGUMENTS ...`.

A program of its own, because the limits must hold before the other one begins and because code
between fork and exec is not safe in a process with threads. LIMITS is JSON: names of
`resource.RLIMIT_*` and their values; READABLE is JSON: paths. The program gets no environment, no
files but these, its own folder and those of the system, and, where the system allows it, no
network; it ends with the process that asked for it.
"""

import ctypes
import json
import os
import resource
import signal
import struct
import sys
from pathlib import Path

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000  # linux/sched.h
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38  # linux/prctl.h
# linux/landlock.h; the numbers of these calls are the same on every kind of processor.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF, VERSION, PATH_BENEATH = 444, 445, 446, 1, 1
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, TRUNCATE = 1, 2, 4, 8, 1 << 14
RIGHTS_OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
CONNECTING = 3  # to bind and to connect TCP
# Programs and their libraries; nobody keeps secrets there.
SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/nix/store", "/gnu/store",
          "/etc/alternatives", "/etc/ld.so.cache")  # fmt: skip
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
OPEN_NETWORK = "network-is-open"


def main(limits: str, readable: str, program: str, *arguments: str) -> None:
    if sys.platform == "linux":
        leave_the_network()
        beside = Path(program).parent.parent / "lib"
        leave_the_files([*SYSTEM, program, str(beside), *json.loads(readable)])
    os.nice(10)
    for name, value in json.loads(limits).items():
        number = getattr(resource, name)
        most = resource.getrlimit(number)[1]
        least = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(number, (least, least))
    # Python ignores it, and what is ignored stays so.
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    os.execve(program, [program, *arguments], {})  # noqa: S606  # nosec B606  # the whole point


def leave_the_network() -> None:
    """A network of its own has no way out; a user of its own may be needed to get one.

    A file in the folder says that neither was to be had.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.unshare(CLONE_NEWNET) and libc.unshare(CLONE_NEWUSER | CLONE_NEWNET):
        Path(OPEN_NETWORK).touch()


def leave_the_files(readable: list[str]) -> None:
    """Open nothing from now on but these, to read, and this folder (Landlock, Linux 5.13).

    Where the kernel has no Landlock, nothing changes.
    """
    call = ctypes.CDLL(None, use_errno=True).syscall
    version = call(CREATE_RULESET, None, ctypes.c_size_t(0), VERSION)
    if version < 1:
        return
    handled = (1 << min(12 + version, 15)) - 1
    facts = struct.pack("QQ", handled, CONNECTING)[: 16 if version >= 4 else 8]
    rules = call(CREATE_RULESET, facts, ctypes.c_size_t(len(facts)), 0)
    if rules < 0:
        return
    reading = EXECUTE | READ_FILE | READ_DIR
    allowing = {".": handled, **dict.fromkeys(DEVICES, READ_FILE | WRITE_FILE)}
    for path, rights in {**dict.fromkeys(readable, reading), **allowing}.items():
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:  # not every system has them all
            continue
        allowed = rights & handled & (~0 if Path(path).is_dir() else RIGHTS_OF_FILES)
        call(ADD_RULE, rules, PATH_BENEATH, struct.pack("=Qi", allowed, place), 0)
        os.close(place)
    call(RESTRICT_SELF, rules, 0)
    os.close(rules)


if __name__ == "__main__":
    main(*sys.argv[1:])
