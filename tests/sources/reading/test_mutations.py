"""Texts as careless copies: whatever happened to their layout, no line is lost."""

import random
import re
from collections.abc import Callable

from sources.reading.read import read
from tests.sources.reading.records import load_records

TIMES = 1000
SEED = 20161103


def change_line_ends(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice(["\r\n", "\r", "\u2028", "\x85"]))


def break_lines(text: str, chance: random.Random) -> str:
    width = chance.randint(40, 100)
    return re.sub(rf"(.{{{width}}}\S*) ", r"\1\n", text)


def join_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    at = chance.randrange(len(lines) - 1)
    return "\n".join([*lines[:at], f"{lines[at]} {lines[at + 1]}", *lines[at + 2 :]])


def cut_lines(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + "\n" + text[at:]


def use_tabs(text: str, chance: random.Random) -> str:
    return text.replace(chance.choice([": ", " : ", "  "]), chance.choice([":\t", "\t:\t"]))


def use_hard_spaces(text: str, chance: random.Random) -> str:
    return "".join("\xa0" if sign == " " and chance.random() < 0.3 else sign for sign in text)


def add_bullets(text: str, chance: random.Random) -> str:
    bullet = chance.choice(["• ", "- ", "* ", "▪ ", "– "])
    return "\n".join(
        bullet + line if line and chance.random() < 0.5 else line for line in text.split("\n")
    )


def double_empty_lines(text: str, chance: random.Random) -> str:
    return text.replace("\n\n", "\n\n\n") if chance.random() < 0.5 else text.replace("\n", "\n\n")


def shuffle_sections(text: str, chance: random.Random) -> str:
    sections = text.split("\n\n")
    chance.shuffle(sections)
    return "\n\n".join(sections)


def truncate(text: str, chance: random.Random) -> str:
    at = chance.randint(len(text) // 2, len(text))
    return text[:at] if chance.random() < 0.5 else text[len(text) - at :]


def change_quotes(text: str, chance: random.Random) -> str:
    for sign in "“”„":
        text = text.replace(sign, chance.choice(['"', "«", "''", "“"]))
    return text.replace("’", "'")


def change_dashes(text: str, chance: random.Random) -> str:
    dash = chance.choice("–—‒-")
    return re.sub(r"(?<= )[–—-](?= )", dash, text)


def shout_headings(text: str, chance: random.Random) -> str:
    return re.sub(r"(?m)^[^\W\d_][^:\n.,]{2,30}(?=:?$)", lambda found: found[0].upper(), text)


def leave_html(text: str, chance: random.Random) -> str:
    text = text.replace("&", "&amp;") if chance.random() < 0.5 else text
    tag = chance.choice(["b", "strong", "span class='x'", "i", "p", "li"])
    return "\n".join(
        f"<{tag}>{line}</{tag.split()[0]}>" if line and chance.random() < 0.4 else line
        for line in text.split("\n")
    ).replace("  ", " &nbsp;")


def add_unseen_signs(text: str, chance: random.Random) -> str:
    return "".join(
        sign + chance.choice("\u200b\u200e\u200f\u202b\ufeff\xad")
        if chance.random() < 0.02
        else sign
        for sign in text
    )


def add_odd_signs(text: str, chance: random.Random) -> str:
    for _number in range(chance.randint(1, 6)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice("():;,.…\0\x85İß\u202e\U0001f6f0|\ud800") + text[at:]
    return text


def lose_and_double_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    return "\n".join([*lines[:at], lines[other], *lines[at + 1 :]])


WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    change_line_ends, break_lines, join_lines, cut_lines, use_tabs, use_hard_spaces, add_bullets,
    double_empty_lines, shuffle_sections, truncate, change_quotes, change_dashes, shout_headings,
    leave_html, add_unseen_signs, add_odd_signs, lose_and_double_lines,
)  # fmt: skip


def test_a_thousand_layouts_lose_no_line(record_property):
    chance = random.Random(SEED)
    records = load_records()
    stated = understood = 0
    for number in range(TIMES):
        record, text = records[number % len(records)], records[number % len(records)].text
        for way in chance.sample(WAYS, chance.randint(1, 3)):
            text = way(text, chance)
        reading = read(text, record.title, record.people)
        assert reading.lines_lost() == [], text
        assert all(text[fact.start : fact.end] == fact.printed for fact in reading.facts)
        stated += len(record.facts)
        understood += record.found(reading.facts)
    share = understood / stated
    record_property("understood", share)
    print(f"{TIMES} layouts of {len(records)} texts: {share:.1%} of {stated} facts understood")
    assert share >= 0.8
