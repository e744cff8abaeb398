"""Redis that is stopped, hangs, is slow or full: pages and logins go on."""

import socket
import statistics
import time
from pathlib import Path
from threading import Thread

from tests import redis_server
from tests.bad_input.faults.services.waiting import wait_for_pages
from tests.bad_input.redirects import Visitor
from tests.bad_input.world import Server

ADDED_SECONDS = 0.1
ROUNDS = 6
PAGES = ("/en/", "/en/night-ferry/", "/en/search/?q=ferry")


def redis_down(_folder: Path) -> str:
    redis = redis_server.Server()
    proxy = SlowProxy(redis.port)
    server = Server(CACHE_URL=f"redis://127.0.0.1:{proxy.port}/0")
    try:
        wait_for_pages(server)
        _seconds(server)
        usual = _seconds(server)
        troubles = {
            "slow": lambda: setattr(proxy, "delay", 0.2),
            "full": lambda: _fill(redis, proxy),
            "hangs": redis.pause,
            "gone": redis.stop,
        }
        for name, begin in troubles.items():
            begin()
            problem = _problem(server, usual)
            if problem:
                return f"{name}: {problem}"
        return ""
    finally:
        server.stop()
        proxy.stop()
        redis.throw_away()


def _problem(server: Server, usual: float) -> str:
    """Return what is wrong while Redis is in trouble; `usual` is the mean of a page before."""
    visitor = Visitor(server)
    status, _headers = visitor.log_in("/admin/")
    if status != 302 or visitor.ask("/admin/")[0] != 200:
        return "nobody can log in"
    added = _seconds(server) - usual
    return f"{added * 1000:.0f} ms added" if added > ADDED_SECONDS else ""


def _seconds(server: Server) -> float:
    """Return the mean of the seconds of a page: one that waits for long counts.

    Raises AssertionError for one that fails.
    """
    visitor, took = Visitor(server), []
    for number in range(ROUNDS):
        for path in PAGES:
            began = time.monotonic()
            status = visitor.ask(f"{path}{'&' if '?' in path else '?'}n={number}")[0]
            took.append(time.monotonic() - began)
            assert status == 200, f"{path} answers {status}"
    return statistics.mean(took)


def _fill(redis: redis_server.Server, proxy: "SlowProxy") -> None:
    import redis as client

    proxy.delay = 0.0
    connection = client.Redis(port=redis.port)
    connection.config_set("maxmemory-policy", "noeviction")
    connection.config_set("maxmemory", "1")


class SlowProxy:
    """Passes bytes on to a port; each answer waits `delay` seconds."""

    def __init__(self, port: int) -> None:
        self._target, self.delay = port, 0.0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _address = self._server.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
            except ConnectionError:
                near.close()
                continue
            except OSError:
                return
            for source, target, is_answer in ((near, far, False), (far, near, True)):
                Thread(target=self._pass, args=(source, target, is_answer), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, is_answer: bool) -> None:
        try:
            while data := source.recv(65536):
                if is_answer and self.delay:
                    time.sleep(self.delay)
                target.sendall(data)
        except OSError:
            pass
        source.close()
        target.close()

    def stop(self) -> None:
        self._server.close()
