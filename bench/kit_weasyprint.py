"""The same kit by WeasyPrint, as a format of the command `press_kit`."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO

from bench.kit_html import make_html

if TYPE_CHECKING:
    from press.kit.contents import KitContents

VERSION = "1"
ABSENT = (
    "WeasyPrint is not installed: nothing to compare with. It comes with pip install "
    "--require-hashes -r requirements/bench.lock and Debian's libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0."
)


def is_there() -> bool:
    return find_spec("weasyprint") is not None


def compile_html(data: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    """Return the PDF, tagged as PDF/UA-1."""
    from weasyprint import HTML

    with TemporaryDirectory(prefix="kit-") as name:
        for file, content in pictures.items():
            (Path(name) / file).write_bytes(content)
        document = HTML(string=make_html(data), base_url=f"{name}/")
        return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))


def write(contents: "KitContents", target: BinaryIO, progress: Callable[[int, str], None]) -> None:
    from press.kit.pdf.setting import set_kit

    target.write(compile_html(*set_kit(contents)))


def main(arguments: list[str]) -> None:
    """Run the site's own command, with this module as its PDF."""
    import django
    from django.core.management import execute_from_command_line

    django.setup()
    from press.kit import formats
    from press.models import Kit

    ours = formats.SOURCES[Kit.Format.PDF]
    formats.SOURCES[Kit.Format.PDF] = replace(ours, module="bench.kit_weasyprint")
    execute_from_command_line(["manage.py", "press_kit", *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
