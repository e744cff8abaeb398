"""A strict reading of YAML by its events: no tags, no aliases, no types, no surprises.

Every scalar stays the text that was written, because YAML 1.1 reads `NO` as false and `1:30:00` as
5400. Depth and size are limited while reading, so that a hostile file fails before it costs
anything.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml
from django.utils.translation import gettext

from desk.importing.problems import Problem, shorten

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
KeyPath: TypeAlias = "tuple[str | int, ...]"

DEEPEST_LEVEL = 12
MOST_NODES = 20_000


class FrontMatterError(Exception):
    """The front matter cannot be read; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def fail(file: str, line: int | None, message: str, key: str = "", value: str = "") -> Exception:
    return FrontMatterError(
        Problem(file, line, shorten(key), shorten(value), message, is_fatal=True)
    )


class StrictReader:
    """Builds plain values from the events of one document and remembers the line of each."""

    most_nodes = MOST_NODES

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.lines: dict[KeyPath, int] = {}
        self._nodes = 0
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.SafeLoader)

    def read(self) -> dict[str, Value]:
        """The one mapping of the document; no text at all is an empty mapping."""
        try:
            return self._read_document()
        except yaml.YAMLError as error:
            line = self._line_of_error(error)
            raise self._not_yaml(line, str(getattr(error, "problem", "") or error)) from error
        except (ValueError, OverflowError, IndexError) as error:
            raise self._not_yaml(None, str(error)) from error

    def _not_yaml(self, line: int | None, reason: str) -> Exception:
        message = gettext(
            "The front matter is not valid YAML: %(reason)s. Expected lines such as "
            "“title: Night Train”; put a value that holds a colon or a quote in quotes."
        )
        return fail(self.file, line, message % {"reason": shorten(reason)})

    def _line_of_error(self, error: yaml.YAMLError) -> int | None:
        mark = getattr(error, "problem_mark", None)
        return None if mark is None else self.first_line + int(mark.line)

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self.first_line + (0 if mark is None else int(mark.line))

    def _read_document(self) -> dict[str, Value]:
        values: dict[str, Value] = {}
        has_content = False
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                if has_content:
                    message = gettext("There is a second YAML document; only one is expected.")
                    raise fail(self.file, self._line(event), message)
                has_content = True
                values = self._read_top(event)
        return values

    def _read_top(self, event: yaml.Event) -> dict[str, Value]:
        value = self._read_node(event, (), 1)
        if value is None:
            return {}
        if not isinstance(value, dict):
            message = gettext("Expected “key: value” lines in the front matter, found %(found)s.")
            found = gettext("a list") if isinstance(value, list) else gettext("plain text")
            raise fail(self.file, self._line(event), message % {"found": found})
        return value

    def _read_node(self, event: yaml.Event, path: KeyPath, depth: int) -> Value:
        self._check_node(event, path, depth)
        self.lines.setdefault(path, self._line(event))
        if isinstance(event, yaml.ScalarEvent):
            value: Value = self._read_scalar(event, path)
            return value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._read_list(path, depth)
        return self._read_mapping(path, depth)

    def _check_node(self, event: yaml.Event, path: KeyPath, depth: int) -> None:
        key = ".".join(str(part) for part in path)
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = gettext(
                "Anchors (&) and aliases (*) are not read. Write the value out, or put it in "
                "quotes if the sign belongs to the text."
            )
            raise fail(self.file, line, message, key, str(getattr(event, "anchor", "")))
        if getattr(event, "tag", None) is not None:
            message = gettext("YAML tags such as %(tag)s are not read. Write plain text.")
            tag = str(getattr(event, "tag", ""))
            raise fail(self.file, line, message % {"tag": shorten(tag)}, key, tag)
        self._nodes += 1
        if depth > DEEPEST_LEVEL:
            message = gettext("Values are nested deeper than %(limit)s levels.")
            raise fail(self.file, line, message % {"limit": DEEPEST_LEVEL}, key)
        if self._nodes > self.most_nodes:
            message = gettext("The front matter has more than %(limit)s values.")
            raise fail(self.file, line, message % {"limit": self.most_nodes}, key)

    def _read_scalar(self, event: yaml.ScalarEvent, path: KeyPath) -> Any:
        """Return the value of a scalar: here always its text."""
        return self._read_text(event, path)

    def _read_text(self, event: yaml.ScalarEvent, path: KeyPath) -> str | None:
        text = str(event.value)
        if event.style is None and text in {"", "~", "null", "Null", "NULL"}:
            return None
        if any(self._is_forbidden(letter) for letter in text):
            message = gettext("There is a control character in the text. Remove it.")
            raise fail(self.file, self._line(event), message, ".".join(map(str, path)))
        return text

    def _is_forbidden(self, letter: str) -> bool:
        return is_forbidden(letter)

    def _read_list(self, path: KeyPath, depth: int) -> list[Value]:
        values: list[Value] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._read_node(event, (*path, len(values)), depth + 1))
        return values

    def _read_mapping(self, path: KeyPath, depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._read_key(event, path, depth)
            if key in values:
                message = gettext("The key “%(key)s” stands twice. Keep one of the two lines.")
                raise fail(self.file, self._line(event), message % {"key": shorten(key)}, key)
            self.lines[(*path, key)] = self._line(event)
            values[key] = self._read_node(next(self._events), (*path, key), depth + 1)
        return values

    def _read_key(self, event: yaml.Event, path: KeyPath, depth: int) -> str:
        self._check_node(event, path, depth)
        key = self._read_text(event, path) if isinstance(event, yaml.ScalarEvent) else None
        if not key:
            message = gettext("A key must be a word, found an empty key, a list or a mapping.")
            raise fail(self.file, self._line(event), message, ".".join(map(str, path)))
        return key


def is_forbidden(letter: str) -> bool:
    """Control characters and lone surrogates, which no database and no browser takes."""
    return letter not in "\n\t" and unicodedata.category(letter) in {"Cc", "Cs"}


def as_text(value: Value) -> str:
    """A value as an editor would recognise it in a report."""
    if isinstance(value, list):
        return "[" + ", ".join(as_text(item) for item in value[:20]) + "]"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {as_text(item)}" for key, item in list(value.items())[:20])
    return "" if value is None else str(value)
