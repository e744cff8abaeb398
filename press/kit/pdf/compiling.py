"""Typst: template, data and pictures into one PDF that is archival and accessible at once."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from press.kit.pdf.letters import BASE, FONTS, fit_letters, needed_scripts

TEMPLATES = Path(__file__).parent / "template"


class NotSet(Exception):
    """The typesetter refused or warned; the text says of what."""


def compile_pdf(
    template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes], as_of: datetime
) -> bytes:
    """Return the PDF. Raises `NotSet` for errors and for warnings, a missing font among them."""
    plain = fit_letters({**data, "as_of": _moment(as_of)})
    scripts = needed_scripts(plain)
    plain["fonts"] = [f"Lichtspiel Kit {script.title()}" for script in scripts]
    told = json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()
    # The binding takes only texts from memory; it can read nothing outside this folder.
    with TemporaryDirectory(prefix="lichtspiel-kit-") as name:
        folder = Path(name)
        sources = {path.name: path.read_bytes() for path in TEMPLATES.glob("*.typ")}
        for file, content in {**sources, **pictures, "data.json": told}.items():
            (folder / file).write_bytes(content)
        try:
            result, warnings = typst.compile_with_warnings(
                str(folder / template),
                root=name,
                format="pdf",
                font_paths=[str(FONTS / script) for script in (BASE, *scripts)],
                ignore_system_fonts=True,
                # Accessible (ISO 14289-1), and the same in fifty years (ISO 19005-2).
                pdf_standards=["ua-1", "a-2a"],
                timestamp=int(as_of.timestamp()),
            )
        except RuntimeError as error:
            raise NotSet(str(error)) from error
    if warnings:
        raise NotSet("; ".join(str(warning) for warning in warnings))
    return bytes(result)


def _moment(as_of: datetime) -> list[int]:
    return list(as_of.astimezone(UTC).timetuple()[:6])
