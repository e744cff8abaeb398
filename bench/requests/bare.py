"""The least that Python can do: one function that answers with a body it has."""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

BODY = Path(os.environ["BENCH_BODY"]).read_bytes()
# JSON: the head of the answer as pairs.
HEAD = [(name, value) for name, value in json.loads(os.environ["BENCH_HEAD"])]


def application(
    environ: dict[str, object], start_response: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    start_response("200 OK", HEAD)
    return [BODY]
