"""The other side of the line: many connections that stay open, each asks again when answered.

A process of its own, so that its CPU is nobody else's. It reads and counts, no more; answers
without Content-Length or with another status than 200 end it. Where the server closes a line that
it thought idle, the question is asked once more on a new one, as browsers do; the clock runs on.
"""

import json
import re
import selectors
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

CONNECTIONS = 32
BLOCK = 256 * 1024
LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Load:
    """What was seen from there: seconds in all, milliseconds of the median and the slowest 1 %.

    `timed` is of how many answers that is told, `again` how many questions were asked twice.
    """

    seconds: float
    p50: float
    p99: float
    timed: int
    again: int = 0


def press(port: int, path: str, count: int, connections: int = CONNECTIONS) -> Load:
    """Ask `count` times from another process."""
    words = [str(port), path, str(count), str(connections)]
    command = [sys.executable, "-m", "bench.requests.load", *words]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return Load(**json.loads(told))


@dataclass
class Line:
    """One connection: what came of the answer so far, and when the question was asked."""

    port: int
    wire: socket.socket
    question: bytes
    asked: float = 0.0
    again: int = 0
    size: int = 0
    whole: int = 0
    head: bytearray = field(default_factory=bytearray)

    def ask(self) -> None:
        self.asked = time.perf_counter()
        self._send()

    def _send(self) -> None:
        self.size = self.whole = 0
        self.head.clear()
        self.wire.sendall(self.question)

    def take(self) -> bool:
        """Read what is there; True when the answer is complete. Raises ConnectionError."""
        block = self.wire.recv(BLOCK)
        if not block:
            raise ConnectionResetError("The server hung up.")
        self.size += len(block)
        if not self.whole:
            self.head += block
            self.whole = whole_size(bytes(self.head))
        return self.whole > 0 and self.size >= self.whole

    def ask_again(self) -> None:
        """Ask the same on a new line."""
        self.wire.close()
        self.again += 1
        self.wire = connect(self.port)
        self._send()


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=60)


def whole_size(start: bytes) -> int:
    """Return the bytes of head and body together; 0 while the head is not complete."""
    end = start.find(b"\r\n\r\n")
    if end < 0:
        return 0
    length = LENGTH.search(start, 0, end)
    if not start.startswith(b"HTTP/1.1 200") or not length:
        raise RuntimeError(f"No page: {start[:200]!r}")
    return end + 4 + int(length[1])


def run(port: int, path: str, count: int, connections: int) -> Load:
    """Open the lines one after another, each with a first answer, then ask on all of them at once.

    Opened together, one worker of the server often takes all of them and the others rest.
    """
    question = question_for(port, path)
    lines, times = [], []
    for _number in range(min(connections, count)):
        lines.append(Line(port, connect(port), question))
        times.append(_ask_first(lines[-1]))
    started = time.perf_counter()
    left = count - len(lines)
    seconds = sum(times)
    if left:
        times = list(_ask_all(lines[:left], left))
        seconds = time.perf_counter() - started
    return summed_up(times, seconds, sum(line.again for line in lines))


def _ask_first(line: Line) -> float:
    """Return the seconds of an answer while nobody else asks."""
    line.ask()
    while True:
        try:
            if line.take():
                return time.perf_counter() - line.asked
        except ConnectionError:
            if line.size:
                raise
            line.ask_again()


def _ask_all(lines: list[Line], count: int) -> Iterator[float]:
    """Yield the seconds of each answer."""
    left, waiting = count - len(lines), count
    with selectors.DefaultSelector() as selector:
        for line in lines:
            selector.register(line.wire, selectors.EVENT_READ, line)
            line.ask()
        while waiting:
            for key, _events in selector.select():
                if not _take(selector, key.data):
                    continue
                yield time.perf_counter() - key.data.asked
                waiting -= 1
                if left > 0:
                    key.data.ask()
                    left -= 1
                else:  # the server may close it before the others have their answers
                    selector.unregister(key.data.wire)


def _take(selector: selectors.BaseSelector, line: Line) -> bool:
    try:
        return line.take()
    except ConnectionError:
        selector.unregister(line.wire)
        if line.size:
            raise
        line.ask_again()
        selector.register(line.wire, selectors.EVENT_READ, line)
        return False


def question_for(port: int, path: str) -> bytes:
    """Return what a browser would send, without what only makes it longer."""
    return (f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\n"
            "Accept-Encoding: gzip\r\nAccept-Language: en\r\n\r\n").encode()  # fmt: skip


def summed_up(times: list[float], seconds: float, again: int = 0) -> Load:
    parts = statistics.quantiles(times, n=100, method="inclusive") if len(times) > 1 else times * 99
    return Load(seconds, parts[49] * 1000, parts[98] * 1000, len(times), again)


if __name__ == "__main__":
    port, path, count, connections = sys.argv[1:]
    print(json.dumps(vars(run(int(port), path, int(count), int(connections)))))
