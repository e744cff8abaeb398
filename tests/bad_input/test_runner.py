"""`python -m tests.bad_input` itself: it passes what is right and fails what is not."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.assets.pdfs import pdf_bytes
from tests.assets.sites.zips import make_odd_zip, make_zip
from tests.bad_input.redirects import leads_off
from tests.bad_input.world import ROOT
from tests.factories import picture_bytes

SHARED = ROOT.parent / "shared" / "bad-input" / "manifest.json"
TEXT = b"<script>alert(1)</script> and [a link](javascript:alert(1))\n"
FILM = b"---\ntitle: Night Tram\ncategory: short\n---\nA tram runs.\n"
REQUEST = {"method": "GET", "as": "anon"}
LOGIN_AND_LEAVE = {"method": "POST", "path": "/admin/login/?next=//elsewhere.example"}


def case(name, surface, status, stored, data=b"", upload_name="", **more) -> dict:
    kind = "request" if "request" in more else "file"
    verdict = "accept" if stored else "reject"
    expect = {"status": status, "stored": stored, "lost": False, "verdict": verdict}
    return {"id": name, "surface": surface, "kind": kind, "upload_name": upload_name, "how": name,
            "data": base64.b64encode(data).decode(), "expect": expect, **more}  # fmt: skip


GOOD = [
    case("good picture", "image", 302, True, picture_bytes(64, 48), "still.jpg"),
    case("page as picture", "image", 200, False, b"<html>", "still.jpg"),
    case("script in text", "markdown", 302, True, TEXT, "text.md"),
    case("good film", "import", 302, True, FILM, "films/tram.md"),
    case("broken film", "import", 200, False, b"---\ntitle: [\n---\n", "films/broken.md"),
    case("good site", "zip", 302, True, make_zip(), "site.zip"),
    case("site that leads out", "zip", 200, False, make_odd_zip("../x.html"), "site.zip"),
    case("good press book", "docs", 302, True, pdf_bytes(), "press.pdf"),
    case("page as press book", "docs", 200, False, b"<html>", "press.pdf"),
    case("signed-expired", "signed", 410, False, request=REQUEST),
    case("login that leads out", "redirect", 302, False, request=LOGIN_AND_LEAVE),
    case("file of the system", "url", 404, False, request={**REQUEST, "path": "/.env"}),
    case(
        "two hosts", "header", 400, False,
        request={**REQUEST, "path": "{film_url}", "headers": {"Host": "{host}, evil.example"}},
    ),
]  # fmt: skip
WRONG = [
    case("picture that should be refused", "image", 200, False, picture_bytes(64, 48), "a.jpg"),
    case("film that should be taken", "import", 302, True, b"no front matter", "films/none.md"),
    case("site that should be taken", "zip", 302, True, make_zip({}), "site.zip"),
    case("press book that should be refused", "docs", 200, False, pdf_bytes(), "press.pdf"),
    case("signed-revoked", "signed", 200, False, request=REQUEST),
    case("login that stays", "redirect", 200, False, request=LOGIN_AND_LEAVE),
    case("page that is not there", "url", 200, False, request={**REQUEST, "path": "/xx/"}),
]


@pytest.fixture
def run(empty_site):
    """Runs a manifest and returns the exit code and the last line; the others are printed."""

    def run(manifest: Path) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bad_input", str(manifest)],
            env={**os.environ, "EMPTY_SITE": str(empty_site), "KILLS": "3"},
            cwd=ROOT, capture_output=True, text=True, check=False, timeout=1500,
        )  # fmt: skip
        print(done.stdout)
        return done.returncode, done.stdout.splitlines()[-1]

    return run


def write_manifest(folder: Path, cases: list[dict]) -> Path:
    for number, entry in enumerate(cases):
        data = base64.b64decode(entry.get("data", ""))
        entry = cases[number] = {key: value for key, value in entry.items() if key != "data"}
        entry["id"] = entry["id"].replace(" ", "-")
        if entry["kind"] == "file":
            entry["path"] = f"{number}.blob"
            (folder / entry["path"]).write_bytes(data)
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps({"version": 1, "cases": cases}), encoding="utf-8")
    return manifest


def test_right_answers_pass(run, tmp_path):
    assert run(write_manifest(tmp_path, list(GOOD))) == (0, f"{len(GOOD)} passed, 0 failed")


def test_wrong_answers_fail(run, tmp_path):
    assert run(write_manifest(tmp_path, list(WRONG))) == (1, f"0 passed, {len(WRONG)} failed")


@pytest.mark.parametrize(
    ("location", "leaves"),
    [
        ("/admin/films/", False),
        ("?q=sea", False),
        ("http://site.example/admin/", False),
        ("https://elsewhere.example/", True),
        ("//elsewhere.example", True),
        ("/\\elsewhere.example", True),
        ("/\t/elsewhere.example", True),
        ("javascript:alert(1)", True),
        ("http://site.example@elsewhere.example/", True),
    ],
)
def test_addresses_are_read_as_browsers_do(location, leaves):
    assert leads_off(location, "site.example") is leaves


@pytest.mark.skipif(not SHARED.exists(), reason="no manifest lies beside the project")
def test_the_manifest_beside_the_project_passes(run):
    code, line = run(SHARED)
    assert (code, line.endswith(" passed, 0 failed")) == (0, True)
