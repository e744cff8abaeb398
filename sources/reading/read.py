"""A text of any kind, read as a whole: first what has the form of a record, then running text."""

from collections.abc import Iterable

from sources.reading.catalogue import Catalogue
from sources.reading.credit_block import CreditBlock
from sources.reading.lines import join_lines, seen_lines
from sources.reading.mentions import add_mentions
from sources.reading.objects import Aside, Reading
from sources.reading.prose import actors_of, paragraphs, read_characters, read_prose


def read(text: str, title: str | Iterable[str] = "", people: Iterable[str] = ()) -> Reading:
    """Return what the text says; what says nothing for the record is left aside, no line is lost.

    `title` is the film's, one or all of them, to know a sentence about it; `people` are names
    that the record knows already, to find them in running text.
    """
    reading = Reading(text)
    lines = join_lines(seen_lines(reading.seen), reading.seen)
    titles = tuple(one for one in ([title] if isinstance(title, str) else title) if one)
    block, catalogue = CreditBlock(reading), Catalogue(reading, lines, titles)
    running = []
    for at, line in enumerate(lines):
        if not (block.read(line) or catalogue.read(line, at)):
            running.append(line)
    known = list(dict.fromkeys([*people, *actors_of(reading)]))
    running = paragraphs(running, reading.seen, known)
    read_characters(reading, running, known)
    for line in running:
        read_prose(reading, line, titles)
    add_mentions(reading, list(people))
    reading.leave_rest(Aside.PROSE)
    return reading
