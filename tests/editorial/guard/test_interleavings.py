"""Windows that edit one film at random and save in random order: nothing is silently lost.

An oracle of its own says, place by place, what must stand on the desk after each save.
"""

import random
from copy import deepcopy
from uuid import uuid4

import pytest
from django.http import QueryDict

from editorial.changes import change
from editorial.documents import apply_document, document_of
from editorial.guard import conflict_page, kept
from editorial.guard.collisions import collisions
from editorial.guard.joining import join, part_joined
from editorial.guard.saving import Collided, Guard
from editorial.guard.sent import SentForm
from editorial.kinds import kind_of
from editorial.models import Record
from films.models import AlternativeTitle, Country, PressItem, Quote
from tests.editorial.guard.editors import add
from tests.factories import FilmFactory, VersionFactory, make_member

pytestmark = pytest.mark.django_db
TEXTS = ("logline", "tagline", "synopsis_short")
WORDS = ("ferry", "sound", "night", "lamp", "quay", "snow")
FIELDS = {
    "titles": ("title", "language", "country"),
    "countries": ("note",),
    "versions": ("format", "sound"),
    "press_items": ("author", "outlet"),
    "quotes": ("text",),
}
TRIALS = 200


def flat(document) -> dict[tuple, object]:
    """Return every place with its value; a row that is there has a place of its own."""
    places = {("facts", name): value for name, value in document["facts"].items()}
    for part in FIELDS:
        for row in document[part]:
            places[part, row["uuid"]] = "there"
            places |= {(part, row["uuid"], name): value for name, value in row.items()
                       if name not in ("uuid", "position", "texts")}  # fmt: skip
    for code, texts in document["texts"].items():
        for name, value in texts.get("facts", {}).items():
            places["texts", code, name] = value
        for part in FIELDS:
            for uuid, own in texts.get(part, {}).items():
                for name, value in own.items():
                    places[part, uuid, "texts", code, name] = value
    return places


class Window:
    def __init__(self, user, record, dice):
        self.user, self.dice, self.token, self.number = user, dice, uuid4(), 0
        self.base = Record.objects.get(pk=record.pk).version
        self.record = record
        self.mine = deepcopy(document_of(record))
        self.last = flat(self.mine)

    def edit(self):
        """Change one to four things, as hands would."""
        kind = kind_of("film")
        joined = join(kind, self.mine)
        acts = (self.write, self.write, self.change_row, self.add_row, self.drop_row)
        for _n in range(self.dice.randint(1, 4)):
            self.dice.choice(acts)(joined)
        self.mine = part_joined(kind, joined)

    def words(self):
        return " ".join(self.dice.choices(WORDS, k=3)) + f" {self.dice.random():.6f}"

    def write(self, joined):
        code, name = self.dice.choice(("en", "de")), self.dice.choice(TEXTS)
        own = joined["texts"].setdefault(code, {}).setdefault("facts", {})
        own[name] = self.words()

    def change_row(self, joined):
        part = self.dice.choice(list(FIELDS))
        if joined[part]:
            row = self.dice.choice(joined[part])
            name = self.dice.choice(FIELDS[part])
            row[name] = self.words()[-2:] if name in ("language", "country") else self.words()
            if part == "quotes":
                texts = row.setdefault("texts", {}).setdefault(self.dice.choice(("en", "de")), {})
                texts["translation"] = self.words()

    def add_row(self, joined):
        row = {"uuid": str(uuid4()), "title": self.words(), "kind": "working", "position": 40}
        joined["titles"].append(row)

    def drop_row(self, joined):
        part = self.dice.choice(("titles", "countries", "quotes"))
        if joined[part]:
            joined[part].remove(self.dice.choice(joined[part]))

    def save(self):
        """Save; return the places that were asked about, each with what was chosen."""
        self.number += 1
        fields = QueryDict(mutable=True)
        sent = SentForm("/", fields, self.token, self.base, self.number, True, False, False, False)
        guard = Guard(self.user, self.record, sent)
        decided = {}
        try:
            with change(self.user, "test"):
                guard.begin()
                apply_document(guard.record, self.mine)
                guard.finish()
        except Collided as collided:
            decided = self.decide(guard, collided)
        return decided

    def decide(self, guard, collided):
        shown = collisions(collided.combination, collided.conflicts, {})
        answers = {kept.NAME: kept.pack(self.user, self.record, collided.combination, shown)}
        decided = {}
        for conflict, collision in zip(collided.conflicts, shown, strict=True):
            choice = self.dice.choice(("theirs", "mine"))
            answers[f"_choice-{collision.number}"] = choice
            decided[conflict.path] = choice
        with change(self.user, "test"):
            conflict_page.settle(guard, answers)
        return decided


def expected(desk, window, mine, decided):
    """Return what must stand there: mine where I changed something, theirs elsewhere."""
    result = dict(desk)
    for place in {*desk, *mine, *window.last}:
        before, theirs, own = window.last.get(place), desk.get(place), mine.get(place)
        if own in (before, theirs):
            continue
        if theirs == before:
            put(result, place, own)
    for path, choice in decided.items():
        place = path if path[0] != "texts" else ("texts", path[1], path[-1])
        whole = {p for p in {*desk, *mine} if p[: len(place)] == place}
        for inner in whole if len(place) == 2 and place[0] in FIELDS else {place}:
            put(result, inner, (desk if choice == "theirs" else mine).get(inner))
    # Nothing stands in a row that is not there.
    return {p: v for p, v in result.items() if p[0] not in FIELDS or p[:2] in result}


def put(places, place, value):
    if value is None:
        places.pop(place, None)
    else:
        places[place] = value


def must_be_asked(desk, window, mine):
    """Return the places, or their rows, that both changed, and differently."""
    found = set()
    for place in {*desk, *mine, *window.last}:
        before, theirs, own = window.last.get(place), desk.get(place), mine.get(place)
        if before not in (theirs, own) and theirs != own:
            found.add(row_if_gone(place, desk, mine))
    return found


def row_if_gone(place, desk, mine):
    is_in_row = place[0] in FIELDS
    return place[:2] if is_in_row and (place[:2] not in desk or place[:2] not in mine) else place


def test_nothing_is_silently_overwritten():
    film = FilmFactory(logline_en="A ferry.", logline_de="Eine Fähre.")
    VersionFactory(film=film)
    for n, code in enumerate(("FR", "DE")):
        add(Country, film=film, code=code, position=n)
        add(AlternativeTitle, film=film, title=code, kind="working", position=n)
        item = add(PressItem, film=film, title=code, position=n)
        add(Quote, press_item=item, text=code, translation_en=code, position=n)
    users = [make_member(name="Mara"), make_member(name="Lars")]
    start = document_of(film.record)
    asked = saves = 0
    for trial in range(TRIALS):
        dice = random.Random(trial)
        if trial % 4 == 0:
            with change(None, "test"):
                apply_document(film.record, start)
        windows = [Window(user, film.record, dice) for user in users]
        for _turn in range(2):
            window = dice.choice(windows)
            for one in windows:
                if dice.random() < 0.7 or one is window:
                    one.edit()
            desk, mine = flat(document_of(film.record)), flat(window.mine)
            decided = window.save()
            shown = {
                path if path[0] != "texts" else ("texts", path[1], path[-1]) for path in decided
            }
            must = must_be_asked(desk, window, mine)
            assert must <= shown, (trial, must - shown)
            now = flat(document_of(film.record))
            wanted = expected(desk, window, mine, decided)
            wrong = {place for place in {*now, *wanted} if now.get(place) != wanted.get(place)}
            assert now == wanted, (trial, wrong)
            if decided:
                # After the page of conflicts the window shows the record anew.
                windows[windows.index(window)] = Window(window.user, film.record, dice)
            else:
                window.last = mine
            asked, saves = asked + len(decided), saves + 1
    # The dice must have made what is to be tested.
    assert saves > 2 * TRIALS - 1
    assert asked > TRIALS / 10
