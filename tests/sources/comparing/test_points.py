"""Claims put together: what agrees, what is open, what was decided."""

from sources.comparing.objects import Row, State, Statement, Verdict
from sources.comparing.points import make_points, place_claims


def credit(pk, source, role, name, **more):
    return Statement(pk, source, "credits", {"role": role, "name": name, **more}, name)


def row(uuid, role, name, character=""):
    values = {"role": role, "role_text": "", "name": name, "character": character}
    values["characters"] = [character] if character else []
    return Row("credits", uuid, values, {name})


def points_of(claims, rows, verdicts=None, seen=None, scalars=None):
    usual = {one.uuid: sorted(one.names) for one in rows}
    placed = place_claims(claims, rows)
    made = make_points(placed, rows, scalars or {}, verdicts or {}, seen or {}, usual)
    return {point.key: point for point in made}


def said(point):
    return [saying.value for saying in point.sayings]


def test_another_spelling_is_a_point_with_its_witnesses():
    rows = [row("a", "screenplay", "Sergej Ashkenazy")]
    claims = [credit(1, 1, "screenplay", "Sergej Ashkenazy"),
              credit(2, 2, "screenplay", "Sergey Ashkenazi")]  # fmt: skip
    point = points_of(claims, rows)["credits/a/name"]
    assert (said(point), point.state) == (["Sergej Ashkenazy", "Sergey Ashkenazi"], State.OPEN)
    assert [[w.source for w in one.witnesses] for one in point.sayings] == [[1], [2]]


def test_name_alone_and_with_a_second_is_a_point_of_the_whole_job():
    rows = [row("a", "screenplay", "Ada Lind"), row("b", "screenplay", "Mira Altweg")]
    claims = [credit(1, 1, "screenplay", "Ada Lind"),
              credit(2, 2, "screenplay", "Ada Lind"),
              credit(3, 2, "screenplay", "Mira Altweg")]  # fmt: skip
    point = points_of(claims, rows)["credits/role/screenplay"]
    assert (said(point), point.state) == ([["Ada Lind", "Mira Altweg"], ["Ada Lind"]], State.OPEN)
    assert [len(one.witnesses) for one in point.sayings] == [1, 1]


def test_producer_and_co_producer_is_one_row_and_a_question_of_the_job():
    rows = [row("a", "co_producer", "Anna Keller")]
    found = points_of([credit(1, 1, "producer", "Anna Keller")], rows)
    assert said(found["credits/a/role"]) == ["co_producer", "producer"]


def test_namesake_in_both_jobs_of_one_source_is_two_rows():
    rows = [row("a", "producer", "Anna Keller")]
    claims = [credit(1, 1, "producer", "Anna Keller"), credit(2, 1, "co_producer", "Anna Keller")]
    assert [found and found.uuid for _claim, found in place_claims(claims, rows)] == ["a", None]


def test_part_of_a_character_agrees_and_an_accent_does_not():
    rows = [row("a", "actor", "Odile de Brancy", "Agnès Roy")]
    claims = [Statement(1, 1, "characters", {"name": "Odile de Brancy", "character": "Agnès"}),
              credit(2, 2, "actor", "Odile de Brancy", character="Agnes Roy")]  # fmt: skip
    point = points_of(claims, rows)["credits/a/character"]
    assert said(point) == ["Agnès Roy", "Agnes Roy"]
    assert [len(one.witnesses) for one in point.sayings] == [1, 1]


def test_day_of_a_review_is_no_day_of_a_screening():
    rows = [Row("selections", "a", {"festival": "Gulf", "date": "2014", "year": "2014"}, {"Gulf"})]
    values = {"festival": "Gulf", "date": "2014-12-12", "note": "reviewed"}
    point = points_of([Statement(1, 1, "selections", values)], rows)["selections/a/date"]
    assert (said(point), point.state) == (["2014"], State.AGREED)


def runtime(seconds, source):
    return Statement(source, source, "versions", {"runtime_seconds": seconds})


def test_decided_point_opens_again_with_a_new_value():
    key = "versions/runtime_seconds"
    record = {("versions", "runtime_seconds"): 5700}
    verdicts = {key: Verdict("chosen", 5700, "", "", None)}
    claims = [runtime(5700, 1), runtime(5520, 2)]
    seen = {key: [5700, 5520]}
    decided = points_of(claims, [], verdicts, seen, record)[key]
    again = points_of([*claims, runtime(5460, 3)], [], verdicts, seen, record)[key]
    assert (decided.state, again.state) == (State.DECIDED, State.OPEN)
    assert again.verdict == verdicts[key]


def test_disputed_point_stays_disputed_until_something_new_is_told():
    key = "versions/runtime_seconds"
    verdicts, seen = {key: Verdict("disputed", None, "", "", None)}, {key: [5700, 5520]}
    claims = [runtime(5700, 1), runtime(5520, 2)]
    record = {("versions", "runtime_seconds"): 5700}
    assert points_of(claims, [], verdicts, seen, record)[key].state == State.DISPUTED
    claims.append(runtime(5460, 3))
    assert points_of(claims, [], verdicts, seen, record)[key].state == State.OPEN


def test_decision_that_the_film_does_not_hold_is_open():
    key = "versions/runtime_seconds"
    verdicts, seen = {key: Verdict("chosen", 5520, "", "", None)}, {key: [5700, 5520]}
    record = {("versions", "runtime_seconds"): 5700}
    found = points_of([runtime(5700, 1), runtime(5520, 2)], [], verdicts, seen, record)[key]
    assert found.state == State.OPEN


def company(pk, function, name="Fund"):
    return Statement(pk, pk, "companies", {"function": function, "name": name}, name)


def test_functions_of_a_family_agree_and_others_do_not():
    rows = [Row("companies", "a", {"function": "funder", "name": "Fund"}, {"Fund"})]
    point = points_of([company(1, "supported_by")], rows)["companies/a/function"]
    assert (said(point), point.state, point.witnesses) == (["funder"], State.AGREED, 1)
    other = points_of([company(1, "distributor")], rows)["companies/a/function"]
    assert other.state == State.OPEN
