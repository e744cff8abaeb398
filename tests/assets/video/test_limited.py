"""Programs in their limits: time, memory, space, network, environment."""

import ctypes
import os
import stat
import time
from dataclasses import replace
from pathlib import Path

import pytest

from assets.video import limited
from assets.video.confine import OPEN_NETWORK
from assets.video.limited import LimitReached, Limits, ProgramFailed, find_program, run_limited


@pytest.fixture
def program(settings, tmp_path):
    """Return a function that puts a script in the place of ffmpeg."""
    folder = tmp_path / "programs"
    folder.mkdir()
    settings.FFMPEG = str(folder / "ffmpeg")

    def write(script: str, name: str = "ffmpeg", head: str = "#!/bin/sh") -> Path:
        file = folder / name
        file.write_text(f"{head}\n{script}\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return tmp_path

    return write


def run(folder, *arguments, **limits):
    return run_limited("ffmpeg", list(arguments), folder, replace(Limits(10), **limits))


def test_what_it_prints_comes_back(program):
    assert run(program('echo "$1 in $PWD"'), "one") == f"one in {program('')}\n"


def test_it_gets_no_environment(program, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")
    words = run(program("/usr/bin/env"))
    assert {line.partition("=")[0] for line in words.split()} <= {"PWD", "SHLVL", "_"}


def test_a_failure_tells_its_last_words(program):
    with pytest.raises(ProgramFailed) as failure:
        run(program("echo no such codec >&2; exit 1"))
    assert (type(failure.value), str(failure.value)) == (ProgramFailed, "no such codec")


def test_who_hangs_is_ended_with_all_children(program):
    folder = program("sleep 60 & echo $! > pid; wait")
    begun = time.monotonic()
    with pytest.raises(LimitReached):
        run(folder, seconds=1)
    assert time.monotonic() - begun < 5
    child = int((folder / "pid").read_text())
    assert _is_ended(child)


def _is_ended(pid: int) -> bool:
    """Tell whether the process ends within some seconds: a busy machine takes its time."""
    for _n in range(100):
        if not _is_alive(pid):
            return True
        time.sleep(0.05)
    return False


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_who_computes_for_ever_is_ended(program):
    with pytest.raises(LimitReached):
        run(program("while :; do :; done"), seconds=1)


def test_who_writes_too_much_is_ended(program):
    folder = program("exec /bin/dd if=/dev/zero of=big bs=1048576 count=20")
    with pytest.raises(LimitReached):
        run(folder, file_bytes=1024**2)
    assert (folder / "big").stat().st_size == 1024**2


def test_what_it_prints_has_a_limit_as_well(program):
    with pytest.raises(LimitReached):
        run(program("exec /bin/dd if=/dev/zero bs=1048576 count=20"), file_bytes=1024**2)


def test_who_wants_too_much_memory_fails(program, monkeypatch):
    monkeypatch.setattr(limited, "MEMORY_BYTES", 300 * 1024**2)
    folder = program(
        "try: bytearray(10**9)\nexcept MemoryError: raise SystemExit('Cannot allocate memory')",
        head="#!/usr/bin/python3",
    )
    with pytest.raises(LimitReached):
        run(folder)


def test_there_is_no_network(program):
    if os.geteuid() != 0:
        pytest.skip("only some systems give a network of its own to everybody")
    script = "import socket; print(socket.if_nameindex())"
    assert run(program(script, head="#!/usr/bin/python3")) == "[(1, 'lo')]\n"


def has_landlock() -> bool:
    return ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) > 0


@pytest.mark.skipif(not has_landlock(), reason="this kernel lets programs open every file")
def test_it_opens_no_file_but_those_that_are_named(program, tmp_path, tmp_path_factory):
    beside = tmp_path_factory.mktemp("beside")
    named, other = beside / "named.mp4", beside / "other.mp4"
    for file in (named, other):
        file.write_text(file.name)
    program(OPENING, head="#!/usr/bin/python3")
    places = [named, other, beside, "/etc/passwd", "/proc/self/environ", Path.home()]
    words = run(tmp_path, f"file:{named}", *map(str, places))
    assert words.splitlines() == ["named.mp4", *["PermissionError"] * 5, "own"]
    assert (named.read_text(), other.read_text()) == ("named.mp4", "other.mp4")


OPENING = """
import os, sys
for path in sys.argv[2:]:
    try:
        print(os.listdir(path) if os.path.isdir(path) else open(path).read())
    except OSError as error:
        print(type(error).__name__)
try:
    open(sys.argv[2], "w")
    print("written")
except PermissionError:
    pass
open("own", "w").write("own")
print(open("own").read())
"""


def test_an_open_network_is_told_once(program, caplog):
    limited._say_open_network.cache_clear()
    folder = program(f"/bin/touch {OPEN_NETWORK}")
    run(folder)
    run(folder)
    assert [row.getMessage() for row in caplog.records] == [
        "This system lets nobody leave the network: ffmpeg could reach it."
    ]


def test_it_ends_with_who_asked(program, settings, tmp_path):
    """A killed worker leaves no encoder behind."""
    folder = program("echo $$ > pid; exec sleep 60")
    pid = os.fork()
    if pid == 0:
        try:
            run(folder, seconds=60)
        finally:
            os._exit(0)
    while not (folder / "pid").exists() or not (folder / "pid").read_text().strip():
        time.sleep(0.05)
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    child = int((folder / "pid").read_text())
    assert _is_ended(child)


@pytest.mark.parametrize("value", ["off", "/nowhere/ffmpeg"])
def test_a_server_may_have_no_ffmpeg(settings, value):
    settings.FFMPEG = value
    assert (find_program("ffmpeg"), limited.has_ffmpeg()) == ("", False)


def test_ffmpeg_is_found_on_the_path(settings, program, monkeypatch, tmp_path):
    program("true")
    program("true", "ffprobe")
    assert limited.has_ffmpeg() is True
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))
    settings.FFMPEG = ""
    assert find_program("ffprobe") == str(tmp_path / "programs" / "ffprobe")
