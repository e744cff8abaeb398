import pytest

POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9580708\n"


def images_of(film):
    return [(i.file.rpartition("/")[2], i.usage, i.language, i.position) for i in film.images]


def test_pictures_have_the_usage_of_their_key(content):
    for name in ("still.jpg", "poster.jpg", "frame.jpg", "teaser.jpg", "trailer.mp4"):
        content.write(f"films/night-ferry/{name}", "x")
    keys = (
        "poster_image: still.jpg\ncinema_poster: poster.jpg\ntrailer_video: trailer.mp4\n"
        "trailer_poster: frame.jpg\nteaser_poster: teaser.jpg"
    )
    content.index("en", keys)
    content.index("de", keys)

    film = content.film()

    assert images_of(film) == [
        ("still.jpg", "still", "", 0),
        ("poster.jpg", "poster", "", 0),
        ("frame.jpg", "trailer_poster", "", 0),
        ("teaser.jpg", "teaser", "", 0),
    ]
    assert (film.images[0].line, film.images[0].key) == (3, "poster_image")
    assert film.images[0].path == content.root / "films/night-ferry/still.jpg"
    assert film.trailer is not None
    assert film.trailer.file == "films/night-ferry/trailer.mp4"
    assert film.trailer.poster == film.images[2]
    assert film.problems == ()


def test_posters_of_two_languages_carry_their_language(content):
    content.write("films/night-ferry/en.jpg", "x")
    content.write("films/night-ferry/de.jpg", "x")
    content.index("en", "cinema_poster: en.jpg")
    content.index("de", "cinema_poster: de.jpg")

    assert images_of(content.film()) == [
        ("en.jpg", "poster", "en", 0),
        ("de.jpg", "poster", "de", 1),
    ]


def test_one_file_in_two_usages_is_two_images(content):
    content.write("films/night-ferry/frame.jpg", "x")
    content.index("en", "poster_image: frame.jpg\ntrailer_poster: frame.jpg")

    assert images_of(content.film()) == [
        ("frame.jpg", "still", "", 0),
        ("frame.jpg", "trailer_poster", "", 0),
    ]


def test_a_picture_in_a_folder_of_the_film_is_found(content):
    content.write("films/night-ferry/assets/still.jpg", "x")
    content.write("films/night-ferry/assets/spare.jpg", "x")
    content.index("en", "poster_image: ./assets/still.jpg")

    film = content.film()

    assert images_of(film) == [("still.jpg", "still", "", 0)]
    assert [p.file for p in film.problems] == ["films/night-ferry/assets/spare.jpg"]


def test_a_git_lfs_pointer_is_no_video(content):
    content.write("films/night-ferry/trailer.mp4", POINTER)
    content.index("en", "trailer_video: trailer.mp4")
    content.index("de", "trailer_video: trailer.mp4")

    film = content.film()

    assert film.trailer is None
    (problem,) = film.problems
    assert (problem.file, problem.line, problem.key, problem.value) == (
        "films/night-ferry/index_en.md",
        3,
        "trailer_video",
        "trailer.mp4",
    )
    assert problem.message == (
        f"This is a Git LFS pointer of {len(POINTER)} bytes, not the file itself "
        "(9580708 bytes). Fetch the real file with “git lfs pull”."
    )


@pytest.mark.parametrize(
    "value",
    [
        "missing.jpg",
        "../../secret.jpg",
        "/etc/passwd",
        "a/../../b.jpg",
        "a\\b.jpg",
        "C:/a.jpg",
        "~/a.jpg",
        "https://example.org/a.jpg",
        ".",
        "assets",
    ],
)
def test_a_path_that_is_no_file_of_the_folder_is_reported(content, value):
    content.write("films/night-ferry/assets/x.txt", "x")
    content.index("en", f"poster_image: '{value}'")

    film = content.film()

    assert film.images == ()
    assert [(p.line, p.key, p.value) for p in film.problems if p.key] == [
        (3, "poster_image", value)
    ]


def test_an_empty_file_is_reported(content):
    content.write("films/night-ferry/still.jpg", "")
    content.index("en", "poster_image: still.jpg")

    assert [p.message for p in content.film().problems] == ["The file is empty."]


@pytest.mark.parametrize("value", ["link.jpg", "linked/secret.jpg"])
def test_a_symbolic_link_is_never_followed(content, value):
    content.write("secret.jpg", "x")
    content.write("outside/secret.jpg", "x")
    content.index("en", f"poster_image: {value}")
    (content.root / "films/night-ferry/link.jpg").symlink_to(content.root / "secret.jpg")
    (content.root / "films/night-ferry/linked").symlink_to(content.root / "outside")

    folder = content.read()

    (film,) = folder.films
    assert film.images == ()
    assert [p.value for p in film.problems if p.key] == [value]


def test_files_without_a_key_are_reported_one_line_each(content):
    for name in ("spare.jpg", "NOTES.md", "site/en/index.html", "site/img/a.jpg", "assets/b.jpg"):
        content.write(f"films/night-ferry/{name}", "x")
    content.write("films/night-ferry/.DS_Store", "x")
    content.index("en", "")

    assert [(p.file, p.message) for p in content.film().problems] == [
        ("films/night-ferry/NOTES.md", "No key names this file. It was left aside."),
        (
            "films/night-ferry/assets/",
            "No key names a file of this folder (1 file). It was left aside.",
        ),
        ("films/night-ferry/spare.jpg", "No key names this file. It was left aside."),
    ]


def test_a_second_trailer_is_reported(content):
    content.write("films/night-ferry/a.mp4", "x")
    content.write("films/night-ferry/b.mp4", "x")
    content.index("en", "trailer_video: a.mp4")
    content.index("de", "trailer_video: b.mp4")

    film = content.film()

    assert film.trailer is not None
    assert film.trailer.path.name == "a.mp4"
    assert [(p.key, p.value) for p in film.problems] == [("trailer_video", "b.mp4")]


def test_further_stills_follow_the_first(content):
    for name in ("still.jpg", "still-2.jpg", "still-3.jpg"):
        content.write(f"films/night-ferry/{name}", "x")
    keys = "poster_image: still.jpg\nstills: [still-2.jpg, still-3.jpg]"
    content.index("en", keys)
    content.index("de", keys)

    film = content.film()

    assert images_of(film) == [
        ("still.jpg", "still", "", 0),
        ("still-2.jpg", "still", "", 1),
        ("still-3.jpg", "still", "", 2),
    ]
    assert film.problems == ()
