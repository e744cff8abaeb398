"""Promises of security keep up with the code: tests that are named are there, sums are right."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

BASE = Path(settings.BASE_DIR)
FOLDER = BASE / "docs/security"
# Level 1 of OWASP ASVS 5.0.0.
LEVEL_1 = {
    "1.2": "1 2 3 4 5", "1.3": "1 2", "1.5": "1", "2.1": "1", "2.2": "1 2", "2.3": "1",
    "3.2": "1 2", "3.3": "1", "3.4": "1 2", "3.5": "1 2 3", "4.1": "1", "4.4": "1", "5.2": "1 2",
    "5.3": "1 2", "6.1": "1", "6.2": "1 2 3 4 5 6 7 8", "6.3": "1 2", "6.4": "1 2",
    "7.2": "1 2 3 4", "7.4": "1 2", "8.1": "1", "8.2": "1 2", "8.3": "1", "9.1": "1 2 3",
    "9.2": "1", "10.4": "1 2 3 4 5", "11.3": "1 2", "11.4": "1", "12.1": "1", "12.2": "1 2",
    "13.4": "1", "14.2": "1", "14.3": "1", "15.1": "1", "15.2": "1", "15.3": "1",
}  # fmt: skip
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| (.+) \| (.+) \| (\w[\w ]*) \| ?(.*) ?\|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")
SUM = re.compile(r"Of (\d+) requirements (\d+) are met, (\d+) partly and (\d+) not; (\d+) concern")


def rows() -> list[tuple[str, ...]]:
    return ROW.findall((FOLDER / "asvs.md").read_text())


def missing_tests(text: str) -> list[str]:
    """Return the tests that a text names and nobody has written."""
    return [f"{path}::{name}" for path, name in TEST.findall(text) if not has_test(path, name)]


def has_test(path: str, name: str) -> bool:
    file = BASE / path
    if not file.exists():
        return False
    functions = [node for node in ast.walk(ast.parse(file.read_text()))
                 if isinstance(node, ast.FunctionDef)]  # fmt: skip
    return not name or name in {function.name for function in functions}


def test_every_requirement_of_level_1_has_one_row():
    wanted = [f"{part}.{end}" for part, ends in LEVEL_1.items() for end in ends.split()]
    assert [row[0] for row in rows()] == wanted
    assert len(wanted) == 70


def test_what_is_met_names_what_holds_it():
    bare = [number for number, _asks, _how, state, tests in rows()
            if state == "met" and not (TEST.search(tests) or "`make check`" in tests)]  # fmt: skip
    assert bare == []


def test_sum_is_that_of_the_rows():
    found = Counter(row[3] for row in rows())
    told = SUM.search((FOLDER / "asvs.md").read_text()).groups()
    states = ("met", "partly", "not met", "none")
    assert [int(number) for number in told] == [70, *(found[state] for state in states)]
    assert set(found) <= set(states)


@pytest.mark.parametrize(
    "page", [BASE / "SECURITY.md", *sorted(FOLDER.glob("*.md"))], ids=lambda page: page.name
)
def test_tests_that_are_named_are_there(page):
    assert missing_tests(page.read_text()) == []


def test_missing_test_is_noticed():
    text = "`tests/house/test_docs.py::test_gone` `tests/gone.py` `tests/house/test_docs.py`"
    assert missing_tests(text) == ["tests/house/test_docs.py::test_gone", "tests/gone.py::"]


def test_promises_are_there():
    text = (BASE / "SECURITY.md").read_text()
    for words in ("within 3 working days", "within 14 days", "within 7 days", "Which versions"):
        assert words in text, words
