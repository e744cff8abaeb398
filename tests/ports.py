"""Free ports of this machine for the servers of tests."""

import socket
from contextlib import ExitStack


def free_ports(number: int) -> list[int]:
    """Return so many different ports of 127.0.0.1 that nobody listened at a moment ago."""
    with ExitStack() as stack:
        found = [stack.enter_context(socket.socket()) for _ in range(number)]
        for each in found:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in found]
