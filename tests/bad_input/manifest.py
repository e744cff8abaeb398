"""The cases of a manifest."""

import io
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class DoesNotApply(Exception):
    """A case is of another database than the one that the world has."""


@dataclass(frozen=True)
class Case:
    """One case; `data` are the bytes to upload or import, None where there is no file."""

    id: str
    surface: str
    kind: str
    how: str
    upload_name: str
    content_type: str
    data: bytes | None
    request: dict[str, Any]
    expect: dict[str, Any] = field(default_factory=dict)

    @property
    def must_be_stored(self) -> bool:
        return bool(self.expect.get("stored"))

    @property
    def check(self) -> str:
        return f"{self.expect.get('check', '')} {self.how}"


def read_cases(path: Path) -> list[Case]:
    """Read a manifest; paths are relative to it. Raises OSError or ValueError."""
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    return [_read_case(case, path.parent) for case in cases]


def _read_case(case: dict[str, Any], folder: Path) -> Case:
    data = None
    if case["kind"] == "file":
        file = folder / case.get("path", "")
        data = file.read_bytes() if file.is_file() else made_here(case["id"])
    return Case(
        id=case["id"],
        surface=case["surface"],
        kind=case["kind"],
        how=case.get("how", ""),
        upload_name=case.get("upload_name", ""),
        content_type=case.get("content_type", "application/octet-stream"),
        data=data,
        request=case.get("request", {}),
        expect=case.get("expect", {}),
    )


def made_here(case_id: str) -> bytes | None:
    """Return input that is too large to be kept beside a manifest; None if it is not known."""
    if case_id.endswith("10mb"):
        return b"word " * (2 * 1024 * 1024)
    if case_id == "subs-200k-cues":
        return b"WEBVTT\n\n" + b"00:00.000 --> 00:01.000\nA line\n\n" * 200_000
    if case_id == "subs-long-line":
        return b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"A" * 2_000_000 + b"\n"
    if case_id == "zip-bomb-count":
        return zip_of_files(20_002)
    return None


def zip_of_files(count: int) -> bytes:
    """Return a ZIP of so many empty pages."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(count):
            archive.writestr(f"p{number}.html", b"")
    return buffer.getvalue()
