"""Whatever goes to a browser without being escaped stands in docs/security/marked-safe.md."""

import ast
import re
from collections import Counter
from pathlib import Path

from django.conf import settings

BASE = Path(settings.BASE_DIR)
LIST = BASE / "docs/security/marked-safe.md"
ROOMS = (
    "assets", "config", "desk", "editorial", "festivals", "films", "microsites", "pages", "people",
    "press", "sources",
)  # fmt: skip
ROW = re.compile(r"^\| `([^`]+)` \| `([^`]+)` \| (\d+) \| (.+) \|$", re.MULTILINE)
IN_TEMPLATES = re.compile(r"\|\s*(?:safe|safeseq)\b|{%-?\s*autoescape\s+off|{%-?\s*filter\s+safe")
IN_SCRIPTS = re.compile(
    r"\b(?:innerHTML|outerHTML|srcdoc)\s*=(?!=)|insertAdjacentHTML|document\.write|\beval\(|"
    r"new Function\("
)
MARKS = {"mark_safe", "SafeString", "SafeText", "html_safe"}
PATTERNS = {"format_html", "format_html_join"}

Found = Counter[tuple[str, str]]


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def marks_in(source: str) -> list[str]:
    """Return marks, and calls whose pattern is no literal text: `format_html(words, ...)`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name == "__html__":
            found.append("__html__")
        if not isinstance(node, ast.Call):
            continue
        name = name_of(node)
        patterns = node.args[: 1 + (name == "format_html_join")]
        is_open = not all(isinstance(one, ast.Constant) for one in patterns)
        if name in MARKS or (name in PATTERNS and is_open):
            found.append(name)
    return found


def find_all() -> Found:
    found: Found = Counter()
    for room in ROOMS:
        for path in sorted((BASE / room).rglob("*.py")):
            for word in marks_in(path.read_text()):
                found[path.relative_to(BASE).as_posix(), word] += 1
    for folder, ends, pattern in (
        ("templates", "*.*", IN_TEMPLATES), ("static", "*.js", IN_SCRIPTS)
    ):  # fmt: skip
        for path in sorted((BASE / folder).rglob(ends)):
            for word in pattern.findall(path.read_text()):
                found[path.relative_to(BASE).as_posix(), plain(word)] += 1
    return found


def plain(word: str) -> str:
    return "safe" if "safe" in word else re.sub(r"[^\w ]|\s*=$", "", word).strip()


def test_everything_that_is_not_escaped_is_listed_with_its_reason():
    listed = {(path, word): int(count) for path, word, count, _why in ROW.findall(LIST.read_text())}
    assert listed == dict(find_all())


def test_new_mark_is_noticed():
    assert marks_in("x = mark_safe(y)\ndef __html__(self): pass") == ["__html__", "mark_safe"]
    assert marks_in("format_html('<b>{}</b>', x)\nformat_html(words, x)") == ["format_html"]
    assert marks_in("format_html_join('', words, x)") == ["format_html_join"]
    assert IN_TEMPLATES.findall("{{ a|safe }}{% autoescape off %}{{ b|escape }}") == [
        "|safe",
        "{% autoescape off",
    ]
    assert IN_SCRIPTS.findall("a.innerHTML = b; c = d.innerHTML; e.textContent = f") == [
        "innerHTML ="
    ]
