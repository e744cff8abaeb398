"""Pasted lines: the forms in which people keep their credits."""

import pytest

from films.credits_desk.lines import read_lines
from people.printed.roles import role_key


def read(text):
    """(role, name, character) of everything that was read."""
    return [
        (n.role_key or n.function or n.role_text, n.name, n.character)
        for line in read_lines(text, role_key)
        for n in line.names
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Regie, Ana Sol", [("director", "Ana Sol", "")]),
        ("Regie, Ana Sol; Ida Torm", [("director", "Ana Sol", ""), ("director", "Ida Torm", "")]),
        (
            "Kamera: Ida Torm, Jonas Welk",
            [("cinematography", "Ida Torm", ""), ("cinematography", "Jonas Welk", "")],
        ),
        ("Kamerafrau: Ida Torm", [("cinematography", "Ida Torm", "")]),
        ("Regisseur*in: Ana Sol", [("director", "Ana Sol", "")]),
        ("Peer Lund - Ton", [("sound", "Peer Lund", "")]),
        ("Ton – Peer Lund", [("sound", "Peer Lund", "")]),
        ("Sol, Ana - Maske", [("makeup", "Ana Sol", "")]),
        ("Drehbuch\tSol, Ana", [("screenplay", "Ana Sol", "")]),
        ("Ana Sol\tDirector", [("director", "Ana Sol", "")]),
        ("actor\tMira Holt\tNele", [("actor", "Mira Holt", "Nele")]),
        ("Gaffer  |  Ole Brandt", [("gaffer", "Ole Brandt", "")]),
        ("Editing     Ana Sol", [("editing", "Ana Sol", "")]),
        ("Mira Holt as Young Nele", [("actor", "Mira Holt", "Young Nele")]),
        ("Mira Holt als Nele", [("actor", "Mira Holt", "Nele")]),
        ("Nele ........ Mira Holt", [("actor", "Mira Holt", "Nele")]),
        ("Nele . . . . Mira Holt", [("actor", "Mira Holt", "Nele")]),
        ("Mira Holt … Nele", [("actor", "Mira Holt", "Nele")]),
        ("Kamera ....... Ida Torm", [("cinematography", "Ida Torm", "")]),
        ("Ana Sol (Szenenbild)", [("production_design", "Ana Sol", "")]),
        ("Ana Sol, Director", [("director", "Ana Sol", "")]),
        ("Directed by Ana Sol", [("director", "Ana Sol", "")]),
        ("Buch und Regie: Ana Sol", [("screenplay", "Ana Sol", ""), ("director", "Ana Sol", "")]),
        ("• Musik: Ida Torm", [("music", "Ida Torm", "")]),
        ("3. Schnitt: Ida Torm", [("editing", "Ida Torm", "")]),
        ("Sculptures: Ana Sol", [("Sculptures", "Ana Sol", "")]),
        ("Music by the Harbour Orchestra", [("music", "the Harbour Orchestra", "")]),
        (
            "Produktionsfirma: Nordlicht Film GmbH",
            [("production_company", "Nordlicht Film GmbH", "")],
        ),
    ],
)
def test_line_is_read(line, names):
    assert read(line) == names


def test_heading_stands_over_the_names_below_until_a_blank_line():
    text = "MUSIK\nIda Torm\nPeer Lund\n\nAna Sol\n"
    assert read(text) == [("music", "Ida Torm", ""), ("music", "Peer Lund", "")]
    assert [line.text for line in read_lines(text, role_key) if not line.names] == ["Ana Sol"]


def test_cast_below_its_heading():
    text = "Cast:\n\nMira Holt\tNele\nJan Peer – Vater\nHafenmeister: Ole Brandt\nIda Torm"
    assert read(text) == [
        ("actor", "Mira Holt", "Nele"),
        ("actor", "Jan Peer", "Vater"),
        ("actor", "Ole Brandt", "Hafenmeister"),
        ("actor", "Ida Torm", ""),
    ]


@pytest.mark.parametrize("line", ["xyz", "hello, this is a mail", "Ana Sol", "Ana Sol, Ida Torm"])
def test_line_without_a_role_is_kept_and_not_guessed(line):
    assert [(found.text, found.names) for found in read_lines(line, role_key)] == [(line, ())]


def test_no_line_is_dropped():
    lines = ["Regie: Ana Sol", "what is this", "Kamera: Ida Torm", "x" * 3000]
    assert [line.text for line in read_lines("\r\n".join(lines), role_key)] == lines


def test_uncredited_and_credited_as_are_read():
    (line,) = read_lines("Schnitt: Ana Sol (ungenannt); Ida Torm (credited as I. Torm)", role_key)
    facts = [(n.name, n.is_uncredited, n.credited_as) for n in line.names]
    assert facts == [("Ana Sol", True, ""), ("Ida Torm", False, "I. Torm")]


def test_what_may_be_the_other_way_round_is_doubtful():
    (line,) = read_lines("Lena Oster ..... Mira Holt", role_key)
    assert [n.is_doubtful for n in line.names] == [True]
