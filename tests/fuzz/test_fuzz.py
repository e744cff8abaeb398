"""Each judge sees what it is there for: a guard of the product is taken out, and it complains."""

import json
import os

import pytest
from django.utils.safestring import mark_safe

from assets.making import store_original
from tests.assets import pdfs
from tests.assets.sites.zips import make_odd_zip
from tests.fuzz import asking, files, folders, kept, prose, running
from tests.fuzz.guarding import problem_of
from tests.fuzz.target import Target
from tests.fuzz.targets import TARGETS

BY_NAME = {target.name: target for target in TARGETS}
LAUNCHING = pdfs.pdf_bytes(pdfs.opens_with("/Launch"))
SUBTITLES = prose.SUBTITLES[0] + b"<script>x"


def fails(*_given, **_options):
    raise KeyError("planted")


def first(given, *_more):
    return given


# Target, a case, the guard, what stands in its place, and the complaint.
PLANTED = [
    ("markdown", b"<script>", "tests.fuzz.prose.prose.render_markdown", mark_safe, "unsafe node"),
    ("subtitles", SUBTITLES, "assets.subtitles.clean_text", str, "unsafe node"),
    ("front-matter", b'---\na: "\\x01"\n---\n', "desk.importing.strict_yaml.is_forbidden",
     lambda _letter: False, "a character that no database takes"),
    ("export-yaml", b"a: 1\n", "desk.exchange.yaml_text.load", lambda *_given: ({"a": b"x"}, {}),
     "a value of type bytes"),
    ("record", b"Regie: Ada", "sources.reading.objects.Reading._origin",
     lambda *_given: (0, 10**6), "a place outside"),
    ("table", b"name,role\nAda,x\n", "sources.columns.reading.read_table", fails, "KeyError"),
    ("names", b"a/b", "assets.naming.clean_name", str, "a name of a file"),
    ("spelling", "é".encode(), "editorial.spelling.fold", str, "folded by"),
    ("picture", files.encoded("JPEG", files.draw(size=(120, 90))) + b"PK\x03\x04",
     "assets.making.make_base", store_original, "bytes of the upload"),
    ("video", files.videos()[1], "assets.video.bare._cover", lambda *_given: None, "the copy has"),
    ("pdf", LAUNCHING + b"\n" * (len(LAUNCHING) % 16 == 0), "assets.pdf_reading.read_facts",
     lambda _data: {"pages": 1}, "an action"),
    ("zip", make_odd_zip("../x.html"), "assets.sites.accepting.check_name", first, "a name that"),
    ("import", b'{"films/a.md": "---"}', "tests.fuzz.folders.load_folder", fails, "KeyError"),
    ("export", b"{}", "tests.fuzz.folders.read_export", fails, "KeyError"),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name, case, guard, instead, complaint", PLANTED, ids=[p[0] for p in PLANTED]
)
def test_judge_sees_a_guard_that_is_missing(monkeypatch, name, case, guard, instead, complaint):
    target = BY_NAME[name]
    monkeypatch.setattr(folders, "exported", lambda: {folders.MARKER: {"format": 1}})
    if name not in ("names", "spelling"):
        assert target.check(case) == ""
    monkeypatch.setattr(guard, instead)
    assert problem_of(target, case)[: len(complaint)] == complaint


def site(status="200 OK", body=b"", **headers):
    """Return an application that gives this answer."""

    def application(_environ, start_response):
        told = {"Content-Type": "text/html", "Content-Security-Policy": "default-src 'none'"}
        start_response(status, [*{**told, **headers}.items()])
        return [body]

    return application


SECRET = site(body=b"secret caption")
BROKEN = [
    ("address", fails, "KeyError in test_fuzz.py, fails"),
    ("header", site("500 Error"), "status 500"),
    ("form", site(body=b"you sent <fuzz>"), "the answer repeats"),
    ("desk", site("302 Found", Location="//evil.example"), "leads off"),
    ("header", site(Location="/a\r\nb"), "a header of two lines"),
    ("address", site(**{"Content-Security-Policy": ""}), "a page without its policy"),
    ("token", SECRET, "a secret that was changed"),
    ("page-cache", SECRET, "another page than without"),
]


@pytest.mark.django_db
@pytest.mark.parametrize("name, broken, complaint", BROKEN)
def test_judge_sees_a_site_that_is_broken(monkeypatch, name, broken, complaint):
    case = asking.write_case(path="/en/", headers={"Accept-Language": "en"})
    monkeypatch.setattr(kept, "known", lambda: {"secret": ["/preview/x/"]})
    monkeypatch.setattr(asking, "applications", lambda: (site(), site()))
    assert BY_NAME[name].check(case) == ""
    monkeypatch.setattr(asking, "applications", lambda: (broken, site()))
    assert problem_of(BY_NAME[name], case)[: len(complaint)] == complaint


def test_every_target_has_a_judge_that_was_tried():
    assert {row[0] for row in (*PLANTED, *BROKEN)} == set(BY_NAME)


def endless(_case):
    while True:
        pass


@pytest.mark.parametrize(
    ("check", "seconds", "complaint"),
    [
        (endless, 0.2, "it took more than 0.2 s"),
        # A busy machine may need long for the pages, and time is looked at first.
        (lambda _case: str(len(bytearray(200 * 1024**2)))[:0], 600, "it needed more than 100 MB"),
        (lambda case: fails() if b"x" in case else "", 600, "KeyError in"),
    ],
)
def test_time_memory_and_errors_are_findings(check, seconds, complaint):
    assert problem_of(Target("toy", check, seconds=seconds), b"x")[: len(complaint)] == complaint


@pytest.fixture
def toy(monkeypatch, tmp_path):
    """Finds an x wrong in a text that has many."""
    monkeypatch.setattr(running, "FINDINGS", tmp_path / "findings")
    return Target("toy", lambda case: "x marks it" if b"x" in case else "", lambda: [b"abcx" * 9])


def test_a_finding_is_minimised_and_kept(toy, tmp_path):
    tried = running.run(toy, 1, 0.2, tmp_path / "case")
    (finding,) = tried.findings
    assert (finding.problem, (tmp_path / finding.file).read_bytes()) == ("x marks it", b"x")


def test_the_same_seed_gives_the_same_cases(toy):
    cases = [toy.case(7, number) for number in range(50)]
    assert (cases == [toy.case(7, number) for number in range(50)], len(set(cases)) > 40) == (
        True,
        True,
    )


def test_a_process_that_dies_is_a_finding(toy, tmp_path):
    tried = running.run_apart(
        Target("toy", lambda _case: os.kill(os.getpid(), 9), lambda: [b"a"]), 1, 1, tmp_path
    )
    assert tried.findings[0].problem == "the process ended with -9"


@pytest.mark.parametrize("target", TARGETS, ids=list(BY_NAME))
def test_targets_have_cases(target):
    if target.make is None:
        assert len({target.case(1, number) for number in range(30)}) > 20


def test_a_request_survives_minimising():
    asked = {"path": "/en/", "headers": {"Host": "\ud800"}}
    assert asking.read_case(asking.write_case(**asked)[:-3]) is None
    assert json.loads(asking.write_case(path="/"))["path"] == "/"
