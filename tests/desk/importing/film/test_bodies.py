"""The text below the keys."""


def test_stray_rules_are_dropped_and_references_become_an_internal_note(content):
    content.index(
        "en", "", "---\n\nA ferry.\n\n---\n\n**External References:**\n- seen in a list\n"
    )
    content.index("de", "", "---\n\nEine Fähre.\n\n**Externe Referenzen:**\n- aus einer Liste\n")

    film = content.film()

    assert film.texts == {
        "en": {"synopsis_long": "A ferry."},
        "de": {"synopsis_long": "Eine Fähre."},
    }
    assert film.internal_note == "English:\n- seen in a list\n\nDeutsch:\n- aus einer Liste"


def test_bodies_that_differ_in_content_are_both_kept(content):
    content.index("en", "", "One paragraph.")
    content.index("de", "", "Ein Absatz.\n\nUnd noch einer.")

    texts = content.film().texts

    assert texts["en"]["synopsis_long"] == "One paragraph."
    assert texts["de"]["synopsis_long"] == "Ein Absatz.\n\nUnd noch einer."
