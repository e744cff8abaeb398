"""Front matter of texts, and the YAML of an export."""

from desk.exchange import yaml_text
from desk.importing import frontmatter
from desk.importing.strict_yaml import DEEPEST_LEVEL, FrontMatterError, is_forbidden
from tests.fuzz.target import Target

FRONT_MATTER = (
    b"---\ntitle: Night Ferry\nyear: 2011\ncategory: feature\ncredits:\n  director: [Ada Lind]\n"
    b"  cast:\n    - Bo Berg as the stoker\nruntime: \"1:35:00\"\n---\nA ferry.\n",
    "---\r\ntitle: {en: Ferry, de: 'Fähre'}\r\n"
    "festivals:\r\n- Berlinale 2012\r\n---\r\nText".encode(),
    b"---\nsynopsis: |\n  One\n  two\nlogline: >-\n  three\n  four\n---\n",
)  # fmt: skip
YAML = (
    b"&a ", b"*a", b"!!python/object/apply:os.system ", b"!x ", b"<<: ", b"? ", b"- ", b": ", b"[",
    b"{", b"}", b"]", b"---\n", b"...\n", b"%YAML 1.9\n", b"|\n ", b">-\n ", b"'", b'"', b"\\x00",
    b'"\\ud800"', b'"\\U00110000"', b"0x_", b"1:30:00", b"NO", b"~", b"\n  ", b"\n", b"\t", b"#",
    b"2011-13-45", b".inf", b"0b", b"1_0", b"0o8", b"title", b",", b"2001-12-14t21:59:43.10-99:99",
    b"=", b'"\\', b"@", b"`", b"\xef\xbb\xbf",
)  # fmt: skip


def check_front_matter(case: bytes) -> str:
    """Read, or refused with a line that the file has; what was read is text in lists and maps."""
    try:
        found = frontmatter.read_front_matter(case, "film.md")
    except FrontMatterError as error:
        last = len(case.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")) + 1
        line = error.problem.line
        return "" if line is None or 1 <= line <= last else f"a line that is not there\n{line}"
    return _find_odd_value(found.values, 1)


def _find_odd_value(value: object, depth: int) -> str:
    if depth > DEEPEST_LEVEL + 1:
        return "values are nested too deeply"
    if isinstance(value, str):
        return "a character that no database takes" if any(map(is_forbidden, value)) else ""
    if isinstance(value, dict):
        inner = [*value, *value.values()]
    elif isinstance(value, list):
        inner = value
    else:
        return "" if value is None else f"a value of type {type(value).__name__}"
    return next(filter(None, (_find_odd_value(one, depth + 1) for one in inner)), "")


PLAIN = (str, int, float, bool, list, dict, type(None))


def check_typed_yaml(case: bytes) -> str:
    """The files of an export have numbers, too, but nothing that a tag would make."""
    try:
        values, _lines = yaml_text.load(case.decode("utf-8", "replace"), "film.yaml")
    except FrontMatterError:
        return ""
    try:
        yaml_text.dump(values)
    except (ValueError, OverflowError) as error:
        return f"what was read cannot be written\n{error}"
    kinds = {type(one).__name__ for one in _all_values(values) if not isinstance(one, PLAIN)}
    return f"a value of type {kinds.pop()}" if kinds else ""


def _all_values(value: object):
    yield value
    for one in value.values() if isinstance(value, dict) else []:
        yield from _all_values(one)
    for one in value if isinstance(value, list) else []:
        yield from _all_values(one)


YAML_FILES = (
    Target("front-matter", check_front_matter, lambda: FRONT_MATTER, YAML),
    Target(
        "export-yaml", check_typed_yaml, lambda: [m.split(b"---")[1] for m in FRONT_MATTER], YAML
    ),
)
