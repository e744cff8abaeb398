"""The check for known gaps says what it knows, and what it does not."""

import json

import pytest

from deploy.audit import Audit, exit_code, read_answer, say

CLEAN = {"name": "django", "version": "5.2.9", "vulns": []}
GAP = {
    "name": "pillow",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-2020-1", "aliases": ["CVE-2020-1"], "fix_versions": ["1.1"]}],
}
UNKNOWN = {"name": "nh3", "skip_reason": "Dependency not found on PyPI"}


@pytest.mark.parametrize(
    ("packages", "words", "codes"),
    [
        ([CLEAN], "1 packages audited.", (0, 0)),
        ([], "0 packages audited.", (0, 1)),
        ([CLEAN, UNKNOWN], "NOT AUDITED: 1 of 2 packages; nobody knows of them.", (0, 1)),
        ([GAP], "Known gap: pillow 1.0: PYSEC-2020-1, mended in 1.1\n1 packages audited.", (1, 1)),
    ],
)
def test_audit_tells_gaps_and_what_nobody_knows(packages, words, codes):
    audit = read_answer(json.dumps({"dependencies": packages, "fixes": []}))
    assert say(audit) == words
    assert (exit_code(audit, False), exit_code(audit, True)) == codes


@pytest.mark.parametrize("name", ["PYSEC-2020-1", "CVE-2020-1"])
def test_accepted_gap_is_none(monkeypatch, name):
    monkeypatch.setattr("deploy.audit.ACCEPTED", {name: "we never open that format"})
    assert read_answer(json.dumps({"dependencies": [GAP]})) == Audit(1, (), ())


def test_what_is_no_answer_is_an_error():
    with pytest.raises(ValueError):
        read_answer("no json")
