"""YAML as the export writes and reads it: typed, without tags, anchors or folded lines.

What other YAML readers would misread (`NO`, `1:30`) is quoted on writing. On reading only `true`,
`false`, `null` and plain numbers are more than text.
"""

import re
from typing import Any

import yaml

from desk.importing.strict_yaml import StrictReader

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?\Z")
# What a literal block keeps as it is: printable lines that neither begin nor end in blanks.
_LITERAL = re.compile(r"[^\s][^\r\x85\u2028\u2029]*[^\s]\n?\Z")
_ODD_LINE = re.compile(r"[ \t]$|^[ \t]", re.MULTILINE)
_NEEDS_ESCAPE = re.compile(
    r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


class _Dumper(yaml.SafeDumper):
    """Writes mappings in their order, lists flush with their key, long text as a block."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if _NEEDS_ESCAPE.search(text):
        style = '"'
    elif "\n" in text:
        is_plain = _LITERAL.match(text) and not _ODD_LINE.search(text)
        style = "|" if is_plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
# Days and moments are text here; without the rule they need no quotes.
_Dumper.yaml_implicit_resolvers = {
    first: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def dump(data: Any) -> str:
    """Return `data` (JSON types) as YAML text."""
    return yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=float("inf"),
    )


class TypedReader(StrictReader):
    """Reads what `dump` wrote, and the same written by hand. Raises `FrontMatterError`."""

    most_nodes = 500_000

    def _is_forbidden(self, letter: str) -> bool:
        """Only what no database takes: what an editor typed comes back as it was."""
        return letter == "\0" or "\ud800" <= letter <= "\udfff"

    def _read_scalar(self, event: yaml.ScalarEvent, path: Any) -> Any:
        text = self._read_text(event, path)
        if text is None or event.style is not None:
            return text
        if text in ("true", "false"):
            return text == "true"
        if _NUMBER.match(text) and len(text) < 19:
            number = float(text) if "." in text else int(text)
            return number if str(number) == text else text  # a film may be called 1.50
        return text


def load(text: str, file: str) -> tuple[dict[str, Any], dict[Any, int]]:
    """Return the mapping and the line of each of its values."""
    reader = TypedReader(text, file, 1)
    return reader.read(), reader.lines
