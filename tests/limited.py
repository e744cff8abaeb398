"""A disk that takes no more, without a disk: by a limit of the process (setrlimit(2))."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

# More than Django keeps of a request in memory; it goes through a temporary file.
SPOOLED = 3 * 1024 * 1024


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond so many bytes."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@contextmanager
def uploads_lost() -> Iterator[None]:
    """Let the disk be full half way through an upload of `SPOOLED` bytes."""
    with files_up_to(SPOOLED // 2):
        yield
