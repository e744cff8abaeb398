"""Requests, sent byte by byte to a real server."""

import socket
from urllib.parse import urlsplit

from tests.bad_input.manifest import Case
from tests.bad_input.world import Server

TIMEOUT = 10  # seconds


def try_request(case: Case, server: Server, names: dict[str, str]) -> str:
    """Send the case's request; return what went wrong, or ''."""
    places = {**names, "host": server.host}
    path = _fill(case.request["path"], places)
    headers = {"Host": server.host, **case.request.get("headers", {})}
    headers = {name: _fill(value, places) for name, value in headers.items()}
    status, answer, body = send(server, case.request.get("method", "GET"), path, headers)
    location = answer.get("location", "")
    if status in (301, 302, 307, 308) and status != case.expect["status"]:
        target = urlsplit(location)
        if target.netloc and target.netloc != server.host:
            return f"leads off the site: {location}"
        status, answer, body = send(server, "GET", location, {"Host": server.host})
    if status != case.expect["status"]:
        return f"status {status}, expected {case.expect['status']}"
    if status in (301, 302) and "evil" in location:
        return f"leads off the site: {location}"
    if b"evil.example" in body or b"<svg/onload" in body:
        return "the answer repeats hostile input"
    return ""


def _fill(text: str, places: dict[str, str]) -> str:
    for name, value in places.items():
        text = text.replace("{" + name + "}", value)
    return text


def send(
    server: Server, method: str, path: str, headers: dict[str, str]
) -> tuple[int, dict[str, str], bytes]:
    """Return (status, headers, body) of one request, nothing corrected on the way."""
    lines = [f"{method} {path} HTTP/1.1", *(f"{n}: {v}" for n, v in headers.items())]
    head = "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1", "replace")
    with socket.create_connection(("127.0.0.1", server.port), TIMEOUT) as connection:
        connection.settimeout(TIMEOUT)
        connection.sendall(head)
        received = b""
        while piece := connection.recv(65536):
            received += piece
    raw, _, body = received.partition(b"\r\n\r\n")
    first, *rest = raw.decode("latin-1").split("\r\n")
    answer = {n.strip().lower(): v.strip() for n, _, v in (line.partition(":") for line in rest)}
    return int(first.split()[1]), answer, body
