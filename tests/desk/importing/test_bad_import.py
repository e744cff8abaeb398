"""Hostile and broken files: each is refused or taken as text, and the message says why."""

import pytest

FRONT = "---\n{}\n---\nBody text.\n"

REFUSED = {
    "python tag": (FRONT.format("title: !!python/object/apply:os.system ['id']"), 2, "tags"),
    "alias bomb": (
        FRONT.format("a: &a [x,x]\n" + "\n".join(f"b{i}: [*a,*a]" for i in range(9))),
        2,
        "Anchors",
    ),
    "deep list": (FRONT.format("title: " + "[" * 20_000), 2, "nested deeper"),
    "unclosed": ("---\ntitle: X\nBody without end\n", 1, "not closed"),
    "no front matter": ("Just text\n", 1, "no front matter"),
    "title list": (FRONT.format("title: [a, b]"), 2, "Expected one text, found a list"),
    "title null": (FRONT.format("title:"), 2, "title is empty"),
    "title long": (FRONT.format("title: " + "T" * 100_000), 2, "100000 characters"),
    "sexagesimal": (FRONT.format("title: X\nruntime: 1:30:00"), 3, "two readings"),
    "embargo": (FRONT.format("title: X\nembargo: 2026-03-29 02:30:00"), 3, "never read"),
    "slug traversal": (FRONT.format("title: X\nslug: ../../admin"), 3, "slug holds other signs"),
    "slug long": (FRONT.format("title: X\nslug: " + "a" * 5000), 3, "5000 characters"),
    "slug reserved": (FRONT.format("title: X\nslug: admin"), 3, "reserved"),
    "slug empty": (FRONT.format("title: 日本"), 2, "No slug can be made"),
    "language unknown": (FRONT.format("title: X\ntitle_xx: Y"), 3, "not a language of this site"),
    "toml": ("+++\ntitle = 'X'\n+++\nBody\n", 1, "TOML"),
    "latin-1": ("---\ntitle: Grüße\n---\n".encode("latin-1"), 2, "Latin-1"),
    "utf-16": (FRONT.format("title: X").encode("utf-16"), 1, "UTF-16"),
    "binary": (bytes(range(256)) * 50, 1, "binary"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_bad_file_is_refused_and_its_neighbour_is_read(content, case):
    data, line, words = REFUSED[case]
    content.write("films/bad.md", data)
    content.write("films/good.md", FRONT.format("title: Good"))

    folder = content.read()

    assert [film.slug for film in folder.films] == ["good"]
    (failed,) = folder.failed_films
    (problem,) = failed.problems
    assert (problem.file, problem.line, problem.is_fatal) == ("films/bad.md", line, True)
    assert words in problem.message


def test_each_protected_key_is_named(content):
    content.write("films/bad.md", FRONT.format("title: X\nid: 1\npk: 1\nowner: 1\nstatus: live"))

    (failed,) = content.read().failed_films

    assert [(p.line, p.key) for p in failed.problems] == [
        (3, "id"),
        (4, "pk"),
        (5, "owner"),
        (6, "status"),
    ]


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: Good", "Good"),
        ("title: \"<script>alert('x')</script>\"", "<script>alert('x')</script>"),
        ('title: "=HYPERLINK(\\"http://192.0.2.1\\")"', '=HYPERLINK("http://192.0.2.1")'),
    ],
)
def test_good_and_harmless_titles_are_read_as_text(content, front, title):
    content.write("films/good.md", FRONT.format(front))

    film = content.film()

    assert film.title == {"en": title}
    assert film.problems == ()
