"""Leading Django to another database of the same kind for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from django.db.utils import load_backend


@contextmanager
def pointing_at(name: str) -> Iterator[None]:
    """What uses the default connection in the body works on the database `name`."""
    former = connections["default"]
    values = {**former.settings_dict, "NAME": name}
    other = load_backend(values["ENGINE"]).DatabaseWrapper(values, "default")
    connections["default"] = other
    try:
        yield
    finally:
        other.close()
        connections["default"] = former
