def test_a_page_is_read_in_both_languages(content):
    content.write("pages/team/portrait.jpg", "x")
    content.write(
        "pages/team/index_en.md",
        "---\nlayout: content.njk\ntitle: Team\nimage: portrait.jpg\nalt: Two people\n"
        "locale: en\npermalink: /en/team/\n---\n\nWho we are.\n",
    )
    content.write(
        "pages/team/index_de.md",
        "---\nlayout: content.njk\ntitle: Das Team\nimage: portrait.jpg\nalt: Zwei Leute\n"
        "locale: de\npermalink: /de/team/\nposition: 3\n---\n\nWer wir sind.\n",
    )

    (page,) = content.read().pages

    assert (page.slug, page.folder, page.position) == ("team", "pages/team", 3)
    assert page.title == {"en": "Team", "de": "Das Team"}
    assert page.body == {"en": "Who we are.", "de": "Wer wir sind."}
    assert page.image is not None
    assert (page.image.file, page.image.language) == ("pages/team/portrait.jpg", "")
    assert page.image_alt == {"en": "Two people", "de": "Zwei Leute"}
    assert page.languages == ("en", "de")
    assert page.problems == ()


def test_a_film_key_on_a_page_is_unknown(content):
    content.write("pages/team/index_en.md", "---\ntitle: Team\nduration: 90 min\n---\n")

    (page,) = content.read().pages

    assert [(p.line, p.key, p.value) for p in page.problems] == [(3, "duration", "90 min")]


def test_a_page_without_title_fails(content):
    content.write("pages/team/index_en.md", "---\nalt: x\n---\n")

    folder = content.read()

    assert folder.pages == ()
    assert [item.slug for item in folder.failed_pages] == ["team"]


def test_a_folder_of_pages_may_be_the_root(content):
    content.write("pages/team/index_en.md", "---\ntitle: Team\n---\n")
    content.root = content.root / "pages"

    assert [page.slug for page in content.read().pages] == ["team"]
