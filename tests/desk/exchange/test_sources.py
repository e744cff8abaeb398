"""Sources, claims and decisions in an export: out, in, over what is here, and by hand."""

import datetime
from uuid import UUID

import pytest

from desk.erasing.erasing import erase_person
from desk.erasing.report import ErasureOptions
from desk.exchange import export_content, load_export, read_export
from desk.exchange.yaml_text import load
from desk.loading import LoadOptions
from editorial.changes import change
from films.models import Film
from sources.models import Claim, Decision, Source, Standing
from sources.taking.texts import hash_text, keep_source
from tests.desk.exchange import test_round_trip as trip
from tests.factories import CreditFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db
MOMENT = datetime.datetime(2024, 3, 1, 9, 30, tzinfo=datetime.UTC)
ODD = "Ghost\rwriters\r\n\n“NO”: ‹1:30›\t𝄞 \n- a\n\n"
ROW = UUID("41afb4dc-d28d-56ca-924e-5672d282d7fc")


@pytest.fixture
def film():
    film = FilmFactory(key="ferry")
    credit = CreditFactory(film=film, person=PersonFactory(name="Boris Berg"))
    record = Source.objects.create(
        title="Film record", kind="database", text=ODD, date="2011-10", is_named=True,
        url="https://films.example/1", note="by mail",
    )  # fmt: skip
    review = Source.objects.create(title="Film record", author="Eva Holm", text="A ferry, 93 min.")
    Source.objects.filter(pk=record.pk).update(added_at=MOMENT)
    claim(film, record, "facts", {"year": 2012}, "2012", start=0, end=4)
    claim(film, record, "credits", {"role": "", "role_text": "NO", "name": "B. Berg"}, row=credit)
    claim(film, review, "versions", {"runtime_seconds": 5580, "dialogue_languages": ["de"]})
    claim(film, review, "quotes", {"text": " odd: [x]\n"}, ODD, start=7)
    decide(film, "facts/year", value=2011, seen=[2011, 2012], note="as on the print")
    decide(film, f"credits/{credit.uuid}/name", state="disputed", seen=["B. Berg"])
    Decision.objects.update(decided_at=MOMENT)
    return film


def claim(film, source, part, values, printed="", row=None, **place):
    return Claim.objects.create(
        record=film.record, source=source, part=part, values=values, printed=printed,
        row=row and row.uuid, **place,
    )  # fmt: skip


def decide(film, point, **facts):
    facts = {"state": "chosen", **facts}
    return Decision.objects.create(record=film.record, point=point, **facts)


def rows():
    """Return all that the three tables say, without primary keys and accounts."""
    names = {
        Source: ("uuid", "title", "kind", "author", "date", "url", "text", "is_named", "note"),
        Claim: ("uuid", "source__uuid", "part", "values", "printed", "start", "end", "row"),
        Decision: ("point", "state", "value", "seen", "note", "decided_at"),
    }
    return {m: sorted(m.objects.values_list(*cols), key=str) for m, cols in names.items()}


def empty_site():
    Source.objects.all().delete()
    trip.empty_site()


def bring(folder, **options):
    return load_export(read_export(folder, **options), LoadOptions())


def test_sources_come_back_byte_equal(film, tmp_path):
    before = rows()
    export_content(tmp_path / "one")
    empty_site()
    assert (Claim.objects.count(), Decision.objects.count()) == (0, 0)
    assert bring(tmp_path / "one").all_problems() == []
    assert rows() == before
    export_content(tmp_path / "two")
    assert trip.files_of(tmp_path / "two") == trip.files_of(tmp_path / "one")


def test_files_are_readable(film, tmp_path):
    export_content(tmp_path)
    names = [name for name in trip.files_of(tmp_path) if "sources" in name]
    labels = sorted(f"film-record-{str(source.uuid)[:8]}" for source in Source.objects.all())
    assert sorted(names) == sorted(
        ["films/ferry/sources.yaml", *(f"sources/{one}.{end}" for one in labels
                                       for end in ("txt", "yaml"))]
    )  # fmt: skip
    data, _lines = load((tmp_path / "films/ferry/sources.yaml").read_text(), "")
    assert list(data["claims"]) == labels
    assert data["decisions"]["facts/year"] == {
        "state": "chosen", "value": 2011, "seen": [2011, 2012], "note": "as on the print",
        "decided_at": MOMENT.isoformat(),
    }  # fmt: skip


def test_second_import_neither_doubles_nor_loses(film, tmp_path):
    export_content(tmp_path)
    before = rows()
    assert bring(tmp_path).all_problems() == []
    assert rows() == before
    Claim.objects.filter(part="facts").delete()
    Decision.objects.filter(point="facts/year").update(value=2012)
    decide(film, "facts/category", value="short")
    assert bring(tmp_path).all_problems() == []
    assert rows()[Claim] == before[Claim]
    told = Decision.objects.order_by("point").values_list("point", "value")
    assert list(told)[1:] == [("facts/category", "short"), ("facts/year", 2012)]


def test_source_taken_in_here_too_is_known_by_title_and_text(film, tmp_path):
    """The same text was pasted on two desks: other identifiers, the same statements."""
    export_content(tmp_path)
    Source.objects.update(sha256="")
    for source in Source.objects.all():
        twin = Source.objects.create(title=source.title, text=source.text, kind=source.kind)
        for one in Claim.objects.filter(source=source):
            claim(film, twin, one.part, one.values, one.printed, start=one.start)
        source.delete()
    hashes(Source.objects.all())
    bring(tmp_path)
    assert (Source.objects.count(), Claim.objects.count()) == (2, 4)


def hashes(sources):
    for source in sources:
        Source.objects.filter(pk=source.pk).update(sha256=hash_text(source.text))


def test_text_that_came_in_an_export_is_known_when_it_is_pasted(film, tmp_path):
    export_content(tmp_path)
    text = Source.objects.exclude(text="").order_by("pk").first().text
    empty_site()
    bring(tmp_path)
    known = Source.objects.get(text=text)
    assert keep_source(f"\n{text}\n", {"title": "Pasted"}) == known


def test_film_alone_brings_its_sources(film, tmp_path):
    other = FilmFactory(key="other")
    claim(other, Source.objects.create(title="Elsewhere", text="x"), "facts", {"year": 1999})
    Source.objects.create(title="Nowhere yet", text="y")
    before = rows()
    export_content(tmp_path / "one", only="ferry")
    export_content(tmp_path / "all")
    for folder, only in ((tmp_path / "one", ""), (tmp_path / "all", "ferry")):
        empty_site()
        assert bring(folder, only=only).all_problems() == []
        assert [row[1] for row in rows()[Source]] == ["Film record", "Film record"]
        assert rows()[Claim] == [row for row in before[Claim] if row[3] != {"year": 1999}]


def test_dry_run_writes_nothing(film, tmp_path):
    export_content(tmp_path)
    empty_site()
    load_export(read_export(tmp_path), LoadOptions(is_dry_run=True))
    assert (Source.objects.count(), Claim.objects.count()) == (0, 0)


def test_standing_is_made_anew(film, tmp_path):
    export_content(tmp_path)
    Claim.objects.all().delete()
    Standing.objects.all().delete()
    bring(tmp_path)
    assert Standing.objects.get().record == film.record


def test_files_by_hand_need_no_identifiers(tmp_path, film):
    export_content(tmp_path, only="ferry")
    for path in tmp_path.glob("sources/*"):
        path.unlink()
    (tmp_path / "sources").mkdir(exist_ok=True)
    (tmp_path / "sources/review.yaml").write_text("title: Review\nkind: review\n")
    (tmp_path / "sources/review.txt").write_text("Of 2010.")
    written = "claims:\n  review:\n  - part: facts\n    values:\n      year: 2010\n"
    (tmp_path / "films/ferry/sources.yaml").write_text(written)
    empty_site()
    for _run in range(2):
        assert bring(tmp_path).all_problems() == []
        assert [(c.source.title, c.values, c.start) for c in Claim.objects.all()] == [
            ("Review", {"year": 2010}, None)
        ]


MISTAKES = [
    ("claims: x", "claims"),
    ("claims:\n  nobody:\n  - part: facts", "claims.nobody"),
    ("claims:\n  review: x", "claims.review.0"),
    ("claims:\n  review:\n  - values:\n      year: 1", "claims.review.0"),
    ("claims:\n  review:\n  - part: facts\n    values: 1", "claims.review.0.values"),
    ("claims:\n  review:\n  - part: facts\n    start: -1", "claims.review.0.start"),
    (f"claims:\n  review:\n  - part: facts\n    start: {'9' * 12}", "claims.review.0.start"),
    ("claims:\n  review:\n  - part: facts\n    row: x", "claims.review.0.row"),
    ("claims:\n  review:\n  - part: facts\n    uuid: x", "claims.review.0.uuid"),
    ("claims:\n  review:\n  - part: facts\n    other: x", "claims.review.0.other"),
    ("decisions: []", "decisions"),
    ("decisions:\n  facts/year: 1", "decisions.facts/year"),
    ("decisions:\n  facts/year:\n    state: maybe", "decisions.facts/year.state"),
    ("decisions:\n  facts/year:\n    state: chosen\n    seen: 1", "decisions.facts/year.seen"),
    ("what: 1", "what"),
    ("decisions:\n  facts/year:\n    state: chosen\n    value:\n      a: b",
     "decisions.facts/year.value"),
    ("decisions:\n  facts/year:\n    state: chosen\n    seen:\n    - a: b",
     "decisions.facts/year.seen.0"),
    ("claims:\n  review:\n  - part: nothing", "claims.review.0.part"),
    ("claims:\n  review:\n  - part:\n      a: b", "claims.review.0.part"),
    *(
        (f"claims:\n  review:\n  - part: {part}\n    values:\n      {name}: {value}",
         f"claims.review.0.values.{name}")
        for part, name, value in (
            ("credits", "name", "{a: b}"), ("credits", "name", "[a, b]"), ("credits", "role", "1"),
            ("credits", "role", "{a: b}"), ("credits", "shoe", "42"), ("awards", "name", "1"),
            ("awards", "year", "soon"), ("awards", "year", "true"), ("facts", "year", "1.5"),
            ("facts", "year", "99999999999999999999"), ("countries", "codes", "DE"),
            ("countries", "codes", "[1]"), ("versions", "has_no_dialogue", "1"),
            ("selections", "date", "[2011]"), ("facts", "runtime_seconds", "60"),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key"), MISTAKES, ids=[key for _text, key in MISTAKES])
def test_mistake_is_told_with_its_place(text, key, tmp_path, film):
    export_content(tmp_path, only="ferry")
    (tmp_path / "sources/review.yaml").write_text("title: Review\n")
    (tmp_path / "films/ferry/sources.yaml").write_text(text)
    empty_site()
    report = bring(tmp_path)
    told = [(problem.file, problem.key) for problem in report.all_problems()]
    assert told == [("films/ferry/sources.yaml", key)]
    assert (Film.objects.count(), Decision.objects.count()) == (1, 0)


def test_mistakes_cost_only_their_own_statements(tmp_path, film):
    export_content(tmp_path, only="ferry")
    (tmp_path / "sources/review.yaml").write_text("title: Review\n")
    (tmp_path / "films/ferry/sources.yaml").write_text(
        "claims:\n  review:\n"
        "  - part: credits\n    values:\n      name:\n        a: b\n      role: 1\n"
        "  - part: facts\n    values:\n      year: 2010\n"
    )
    empty_site()
    told = [(p.file, p.line, p.key, p.message) for p in bring(tmp_path).all_problems()]
    message = "Expected text; the statement was left out."
    assert told == [
        ("films/ferry/sources.yaml", 5, "claims.review.0.values.name", message),
        ("films/ferry/sources.yaml", 7, "claims.review.0.values.role", message),
    ]
    assert [claim.values for claim in Claim.objects.all()] == [{"year": 2010}]


def test_claim_of_another_film_is_refused(film, tmp_path):
    export_content(tmp_path, only="ferry")
    one = Claim.objects.filter(part="facts").get()
    Claim.objects.filter(pk=one.pk).update(record=FilmFactory(key="other").record)
    (problem,) = bring(tmp_path).all_problems()
    assert problem.message == "This identifier belongs to a claim about another film."


def test_claims_naming_an_erased_person_stay_away(film, tmp_path, settings):
    settings.BACKUP_ROOT = str(tmp_path / "backups")
    source = Source.objects.first()
    claim(film, source, "credits", {"role": "editing", "name": "Boris Berg"})
    export_content(tmp_path / "out")
    erase_person(film.credits.get().person, ErasureOptions())
    empty_site()
    messages = [problem.message for problem in bring(tmp_path / "out").all_problems()]
    wanted = "It names somebody who was erased at his or her request; it is left out."
    assert messages.count(wanted) == 1
    assert "Boris Berg" not in str(list(Claim.objects.values_list("values", flat=True)))


def test_claims_go_with_the_film(film):
    with change(None, "deleted"):
        record = film.record
        film.delete()
    assert Claim.objects.filter(record=record).count() == 4
    record.delete()
    assert Claim.objects.count() == 0
