"""An agency's file, read strictly: no document type, no entities, nothing from elsewhere.

Expat never fetches anything by itself; a declaration of a document type, without which there are
no entities, ends the reading at once.
"""

from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.cockpit.xliff import NAMESPACE, VERSION, WAS, Unit, XliffError

MAX_BYTES = 10 * 1024 * 1024
MAX_UNITS = 50_000
MAX_TEXT = 200_000
MAX_DEPTH = 60
# Segments are put together again; any other mark-up would be lost, which is worse than a refusal.
TRANSPARENT = frozenset({"mrk"})
# What Expat says of files that were cut off, edited by hand or are something else.
PROBLEMS = {
    "no element found": gettext_lazy("the file ends too early"),
    "unclosed token": gettext_lazy("the file ends too early"),
    "mismatched tag": gettext_lazy("an element is not closed where it should be"),
    "not well-formed (invalid token)": gettext_lazy("there is a sign that must not stand here"),
}


def read_xliff(data: bytes) -> list[Unit]:
    """Return the texts of a file. Raises `XliffError` for what is no XLIFF 1.2, with the line."""
    if len(data) > MAX_BYTES:
        text = _("The file is too large: %(n)d MB at most.")
        raise XliffError(text % {"n": MAX_BYTES // 1024 // 1024})
    if not data.strip():
        raise XliffError(_("The file is empty."))
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        text = _("This is no well-formed XML: line %(line)d, %(what)s.")
        what = PROBLEMS.get(expat.ErrorString(error.code), expat.ErrorString(error.code))
        raise XliffError(text % {"line": error.lineno, "what": what}) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, XliffError):
            raise
        raise XliffError(_("The encoding of this file is not known. Save it as UTF-8.")) from None
    return reader.units


@dataclass
class _Open:
    """A trans-unit that is being read."""

    attributes: dict[str, str]
    line: int
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    state: str = ""
    problem: str = ""
    length: int = 0


class _Reader:
    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.path: list[str] = []
        self.file: dict[str, str] = {}
        self.title = ""  # of the file, as its note says it
        self.unit: _Open | None = None
        self.seen: set[str] = set()
        self.parser: Any = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.EntityDeclHandler = self.refuse
        self.parser.ExternalEntityRefHandler = self.refuse
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def refuse(self, *_args: Any) -> int:
        raise XliffError(
            _("Line %(line)d: the file declares a document type or entities. Export it without.")
            % {"line": self.parser.CurrentLineNumber}
        )

    def start(self, full_name: str, attributes: dict[str, str]) -> None:
        space, _space, name = full_name.rpartition(" ")
        if not self.path:
            self.check_root(space, name, attributes)
        elif space != NAMESPACE:
            name = f"{space} {name}"  # a tool's own: read over
        self.path.append(name)
        if len(self.path) > MAX_DEPTH:
            raise XliffError(_("The elements of this file lie too deep in each other."))
        if name == "file":
            self.file, self.title = attributes, ""
        elif name == "trans-unit":
            self.unit = _Open(attributes, self.parser.CurrentLineNumber)
        elif self.unit is not None:
            self.start_inside(name, attributes)

    def check_root(self, space: str, name: str, attributes: dict[str, str]) -> None:
        version = attributes.get("version", "")
        if name != "xliff":
            text = _("This is no XLIFF file: it begins with <%(name)s>.")
            raise XliffError(text % {"name": name[:40]})
        if space != NAMESPACE or version != VERSION:
            text = _("Expected XLIFF 1.2, found version “%(version)s”.")
            raise XliffError(text % {"version": version[:20] or space[:60]})

    def start_inside(self, name: str, attributes: dict[str, str]) -> None:
        unit = self.unit
        assert unit is not None
        place = self.place()
        if place == ("target",):
            unit.state = attributes.get("state", "")
        elif len(place) > 1 and place[0] in ("source", "target") and name not in TRANSPARENT:
            unit.problem = _("The text has the mark-up <%(name)s>, which cannot be kept.") % {
                "name": name[:40]
            }

    def place(self) -> tuple[str, ...]:
        """Return where in the trans-unit we are."""
        start = len(self.path) - 1 - self.path[::-1].index("trans-unit")
        return tuple(self.path[start + 1 :])

    def characters(self, text: str) -> None:
        if self.unit is None:
            if self.path[-3:] == ["file", "header", "note"]:
                self.title = (self.title + text)[:200]
            return
        place = self.place()
        if not place or place[0] not in ("source", "target"):
            return
        self.unit.length += len(text)
        if self.unit.length > MAX_TEXT:
            self.unit.problem = _("The text is too long.")
        else:
            (self.unit.source if place[0] == "source" else self.unit.target).append(text)

    def end(self, _full_name: str) -> None:
        name = self.path.pop()
        if name == "trans-unit" and self.unit is not None:
            self.take(self.unit)
            self.unit = None

    def take(self, unit: _Open) -> None:
        ident = unit.attributes.get("id", "")
        extra = unit.attributes.get("extradata", "")
        problem = unit.problem
        if ident in self.seen:
            problem = _("The file has this text twice.")
        self.seen.add(ident)
        if len(self.units) >= MAX_UNITS:
            raise XliffError(_("The file has more than %(n)d texts.") % {"n": MAX_UNITS})
        self.units.append(
            Unit(
                id=ident[:200],
                language=self.file.get("target-language", "")[:20],
                source="".join(unit.source),
                target="".join(unit.target),
                state=unit.state[:40],
                was=extra.removeprefix(WAS) if extra.startswith(WAS) else None,
                line=unit.line,
                problem=problem,
                name=self.name_of(unit),
            )
        )

    def name_of(self, unit: _Open) -> str:
        """Return what people call the text: Ferry: Logline."""
        title = self.title.strip() or self.file.get("original", "")
        label = unit.attributes.get("resname", "")
        return ": ".join(part[:200] for part in (title, label) if part)
