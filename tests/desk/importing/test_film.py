"""One test per trap of a real folder, with words of our own."""

import pytest

from desk.importing.objects import (
    ParsedAward,
    ParsedCompany,
    ParsedLink,
    ParsedSelection,
    ParsedVersion,
)
from films.printed.countries import ParsedCountry


def credits_of(film):
    return [(credit.role_key, credit.kind, credit.name) for credit in film.credits]


def messages_of(film):
    return [problem.message for problem in film.problems]


def test_same_fact_in_both_files_is_one_row(film_of):
    film = film_of(
        "release_year: 2011\nduration: 95 minutes\ncountry: Germany\ncategory: short\n"
        "crew:\n  - role: Sound\n    name: Anna Ufer\ncast: [Ben Strom, Cleo Wehr]",
        "release_year: 2011\nduration: 95 Minuten\ncountry: Deutschland\ncategory: short\n"
        "crew:\n  - role: Ton\n    name: Anna Ufer\ncast: [Ben Strom, Cleo Wehr]",
    )

    assert credits_of(film) == [
        ("sound", "person", "Anna Ufer"),
        ("actor", "person", "Ben Strom"),
        ("actor", "person", "Cleo Wehr"),
    ]
    assert film.credits[0].role_text == {"en": "Sound", "de": "Ton"}
    assert [credit.position for credit in film.credits] == [0, 1, 2]
    assert (film.release_year, film.category) == (2011, "short")
    assert film.version == ParsedVersion(runtime_seconds=5700)
    assert film.countries == (ParsedCountry("DE"),)
    assert film.problems == ()


def test_facts_that_disagree_are_reported_and_the_default_language_is_kept(film_of):
    film = film_of(
        "release_year: 2011\nduration: 95 min\ncountry: Germany / Georgia",
        "release_year: 2012\nduration: 92 min\ncountry: Georgien / Deutschland / Polen",
    )

    assert (film.release_year, film.version.runtime_seconds) == (2011, 5700)
    assert [country.code for country in film.countries] == ["DE", "GE"]
    assert [(p.file, p.line, p.key, p.value) for p in film.problems] == [
        ("films/night-ferry/index_de.md", 3, "release_year", "2012"),
        ("films/night-ferry/index_de.md", 4, "duration", "92 min"),
        ("films/night-ferry/index_de.md", 5, "country", "Georgien / Deutschland / Polen"),
    ]


def test_another_order_of_countries_is_no_disagreement(film_of):
    film = film_of("country: Germany / Georgia", "country: Georgien, Deutschland")

    assert [country.code for country in film.countries] == ["DE", "GE"]
    assert film.problems == ()


def test_german_names_in_an_english_file_and_remarks_are_read(film_of):
    film = film_of("country: Deutschland (lead) / Georgien")

    assert film.countries == (ParsedCountry("DE", "lead"), ParsedCountry("GE"))


def test_an_unknown_country_is_reported_and_left_out(film_of):
    film = film_of("country: Germany / Atlantis")

    assert film.countries == (ParsedCountry("DE"),)
    assert [(p.line, p.key, p.value) for p in film.problems] == [(3, "country", "Atlantis")]


def test_language_comes_from_the_file_name(film_of):
    film = film_of("description: A ferry.", "description: Eine Fähre.")

    assert film.languages == ("en", "de")
    assert film.texts == {
        "en": {"synopsis_short": "A ferry."},
        "de": {"synopsis_short": "Eine Fähre."},
    }


def test_a_language_key_that_disagrees_is_reported(film_of):
    film = film_of("language: de")

    assert film.languages == ("en",)
    assert [(p.key, p.value, p.is_fatal) for p in film.problems] == [("language", "de", False)]


def test_director_key_and_crew_row_are_one_credit(film_of):
    film = film_of(
        "director: Anna Ufer\ncrew:\n  - role: Director\n    name: Anna Ufer",
        "director: Anna Ufer\ncrew:\n  - role: Regie\n    name: Anna Ufer",
    )

    assert credits_of(film) == [("director", "person", "Anna Ufer")]
    assert film.credits[0].role_text == {"en": "Director", "de": "Regie"}
    assert film.problems == ()


def test_director_spelled_otherwise_in_the_crew_is_credited_as(film_of):
    film = film_of("director: Anna Ufer\ncrew:\n  - role: Director\n    name: A. Ufer")

    assert credits_of(film) == [("director", "person", "Anna Ufer")]
    assert film.credits[0].credited_as == "A. Ufer"


def test_several_names_in_one_row_are_several_credits(film_of):
    film = film_of("crew:\n  - role: Screenplay\n    name: Anna Ufer, Ben Strom and Cleo Wehr")

    assert credits_of(film) == [
        ("screenplay", "person", "Anna Ufer"),
        ("screenplay", "person", "Ben Strom"),
        ("screenplay", "person", "Cleo Wehr"),
    ]


def test_a_doubtful_list_of_names_stays_one_and_is_reported(film_of):
    film = film_of("crew:\n  - role: Music\n    name: Oppie and Gigi")

    assert credits_of(film) == [("music", "person", "Oppie and Gigi")]
    assert [(p.line, p.key, p.value) for p in film.problems] == [(4, "crew", "Oppie and Gigi")]


def test_person_and_group_direct_together(film_of):
    film = film_of(
        "director: Anna Ufer and Students of the Harbour Academy",
        "director: Anna Ufer und Studierende der Hafenakademie",
    )

    assert credits_of(film) == [("director", "person", "Anna Ufer"), ("director", "group", "")]
    assert film.credits[1].names == {
        "en": "Students of the Harbour Academy",
        "de": "Studierende der Hafenakademie",
    }
    assert film.problems == ()


def test_a_compound_role_is_two_roles(film_of):
    film = film_of("crew:\n  - role: Author and Director\n    name: Anna Ufer")

    assert credits_of(film) == [
        ("director", "person", "Anna Ufer"),
        ("screenplay", "person", "Anna Ufer"),
    ]


def test_an_unknown_role_keeps_its_text_in_both_languages_and_is_reported(film_of):
    film = film_of(
        "crew:\n  - role: Fog Whisperer\n    name: Anna Ufer",
        "crew:\n  - role: Nebelflüsterin\n    name: Anna Ufer",
    )

    assert credits_of(film) == [("", "person", "Anna Ufer")]
    assert film.credits[0].role_text == {"en": "Fog Whisperer", "de": "Nebelflüsterin"}
    assert [(p.file, p.line, p.key, p.value) for p in film.problems] == [
        ("films/night-ferry/index_en.md", 4, "crew", "Fog Whisperer"),
        ("films/night-ferry/index_de.md", 4, "crew", "Nebelflüsterin"),
    ]


def test_a_role_that_one_language_knows_is_known(film_of):
    film = film_of(
        "crew:\n  - role: Tidal Acoustics\n    name: Anna Ufer",
        "crew:\n  - role: Ton\n    name: Anna Ufer",
    )

    assert credits_of(film) == [("sound", "person", "Anna Ufer")]
    assert film.problems == ()


@pytest.mark.parametrize(("role", "label"), [("Production", "en"), ("Produktion", "de")])
def test_production_by_a_company_is_a_company_function(film_of, role, label):
    film = film_of(f"crew:\n  - role: {role}\n    name: jip film & verleih")

    assert film.credits == ()
    assert film.companies == (ParsedCompany("production_company", "jip film & verleih"),)


def test_production_by_a_person_is_a_producer(film_of):
    film = film_of(
        "crew:\n  - role: Producer\n    name: Anna Ufer",
        "crew:\n  - role: Produktion\n    name: Anna Ufer",
    )

    assert credits_of(film) == [("producer", "person", "Anna Ufer")]
    assert film.companies == ()


def test_a_company_in_a_craft_is_a_credit(film_of):
    film = film_of("crew:\n  - role: Visual Effects\n    name: Flood Pictures GmbH")

    assert credits_of(film) == [("visual_effects", "company", "Flood Pictures GmbH")]


def test_characters_stand_in_both_languages(film_of):
    film = film_of(
        "cast:\n  - Anna Ufer as Young Girl\n  - Ben Strom",
        "cast:\n  - Anna Ufer als Junges Mädchen\n  - Ben Strom",
    )

    assert credits_of(film) == [("actor", "person", "Anna Ufer"), ("actor", "person", "Ben Strom")]
    assert film.credits[0].character == {"en": "Young Girl", "de": "Junges Mädchen"}


def test_cast_may_be_written_as_mappings(film_of):
    film = film_of(
        "cast:\n  - name: Anna Ufer\n    character: Captain\n    lead: yes\n"
        "    credited_as: Anja Ufer\n  - Ben Strom: Pilot"
    )

    assert [(c.name, c.character, c.is_lead, c.credited_as) for c in film.credits] == [
        ("Anna Ufer", {"en": "Captain"}, True, "Anja Ufer"),
        ("Ben Strom", {"en": "Pilot"}, False, ""),
    ]


def test_another_spelling_in_the_other_language_is_one_person(film_of):
    film = film_of(
        "cast: [Stanislav Potev, Anna Ufer]\ncrew:\n  - role: Camera\n    name: Pavel Samilov",
        "cast: [Stanislaw Potew, Anna Ufer]\ncrew:\n  - role: Kamera\n    name: Pawel Samilow",
    )

    assert [(c.role_key, c.name, c.other_spellings) for c in film.credits] == [
        ("cinematography", "Pavel Samilov", ("Pawel Samilow",)),
        ("actor", "Stanislav Potev", ("Stanislaw Potew",)),
        ("actor", "Anna Ufer", ()),
    ]
    assert film.credits[0].names == {"en": "Pavel Samilov", "de": "Pawel Samilow"}
    assert film.credits[0].credited_as == ""


def test_another_script_at_the_same_place_is_one_person(film_of):
    film = film_of("cast: [Sergey Volnov]", "cast: [Сергей Волнов]")

    assert credits_of(film) == [("actor", "person", "Sergey Volnov")]
    assert film.credits[0].other_spellings == ("Сергей Волнов",)


def test_similar_names_in_one_file_are_two_people(film_of):
    film = film_of("cast: [Anna Ufer, Anne Ufer]")

    assert len(film.credits) == 2


def test_another_order_of_the_cast_is_no_disagreement(film_of):
    film = film_of("cast: [Anna Ufer, Ben Strom]", "cast: [Ben Strom, Anna Ufer]")

    assert [credit.name for credit in film.credits] == ["Anna Ufer", "Ben Strom"]
    assert film.problems == ()


def test_different_people_in_one_craft_are_a_disagreement(film_of):
    film = film_of(
        "crew:\n  - role: Camera\n    name: Anna Ufer",
        "crew:\n  - role: Kamera\n    name: Ben Strom",
    )

    assert credits_of(film) == [("cinematography", "person", "Anna Ufer")]
    assert [(p.file, p.line, p.value) for p in film.problems] == [
        ("films/night-ferry/index_de.md", 4, "Ben Strom")
    ]


def test_a_name_that_only_the_german_file_has_is_kept_and_reported(film_of):
    film = film_of("cast: [Anna Ufer]", "cast: [Anna Ufer, Ben Strom]")

    assert [credit.name for credit in film.credits] == ["Anna Ufer", "Ben Strom"]
    assert [(p.key, p.value) for p in film.problems] == [("cast", "Ben Strom")]


def test_awards_selections_and_notes_are_told_apart(film_of):
    film = film_of(
        "awards:\n  - Tide Festival: World Premiere\n  - Tide Festival: Jury Prize\n"
        "  - Audience award, Bremen 1995\n  - 12 awards",
        "awards:\n  - Tide Festival: Weltpremiere\n  - Tide Festival: Preis der Jury\n"
        "  - Publikumspreis, Bremen 1995\n  - 12 Preise",
    )

    assert film.awards == (
        ParsedAward(
            {"en": "Jury Prize", "de": "Preis der Jury"},
            {"en": "Tide Festival", "de": "Tide Festival"},
        ),
        ParsedAward(
            {"en": "Audience award", "de": "Publikumspreis"},
            {"en": "Bremen", "de": "Bremen"},
            1995,
            position=1,
        ),
    )
    assert film.selections == (
        ParsedSelection({"en": "Tide Festival", "de": "Tide Festival"}, {}, "world"),
    )
    assert film.texts == {"en": {"award_notes": "12 awards"}, "de": {"award_notes": "12 Preise"}}
    assert film.problems == ()


def test_a_closing_film_is_a_selection_with_a_section(film_of):
    film = film_of(
        "awards: ['Official closing film, Venice']",
        "awards: ['Offizieller Abschlussfilm, Venedig']",
    )

    assert film.awards == ()
    assert film.selections == (
        ParsedSelection(
            {"en": "Venice", "de": "Venedig"},
            {"en": "Official closing film", "de": "Offizieller Abschlussfilm"},
        ),
    )


def test_awards_of_another_year_are_reported(film_of):
    film = film_of("awards: ['Prize of Anna, 2004']", "awards: ['Preis der Anna, 2005']")

    assert [award.year for award in film.awards] == [2004]
    assert [(p.file, p.key) for p in film.problems] == [("films/night-ferry/index_de.md", "awards")]


def test_own_microsite_is_no_external_link(film_of):
    film = film_of(
        "external_links:\n  - name: Website\n    url: /en/night-ferry/microsite/",
        "external_links:\n  - name: Website\n    url: /de/night-ferry/microsite/index.html",
    )

    assert film.has_own_microsite is True
    assert film.links == ()
    assert film.problems == ()


def test_full_film_on_a_video_site_is_one_link_of_kind_watch(film_of):
    film = film_of(
        "full_video_url: https://video.example/1\nexternal_links:\n"
        "  - name: Clip\n    url: https://video.example/1\n"
        "  - name: Review\n    url: https://paper.example/",
        "full_video_url: https://video.example/1\nexternal_links:\n"
        "  - name: Film sehen\n    url: https://video.example/1",
    )

    assert film.links == (
        ParsedLink("watch", "https://video.example/1", {"en": "Clip", "de": "Film sehen"}),
        ParsedLink("review", "https://paper.example/", {"en": "Review"}, 1),
    )


@pytest.mark.parametrize("url", ["/en/other/", "javascript:alert(1)", "ftp://x.example/a"])
def test_other_addresses_are_reported_and_left_out(film_of, url):
    film = film_of(f"external_links:\n  - name: Strange\n    url: '{url}'")

    assert film.links == ()
    assert [(p.line, p.key, p.value) for p in film.problems] == [(4, "external_links", url)]


def test_technical_specs_become_the_main_version(film_of):
    film = film_of(
        "technical_specs: 35 mm, 1:1.66, Colour, Dolby-Digital, No dialogue, Kodak",
        "technical_specs: 35 mm, 1:1.66, Farbe, Dolby Digital, ohne Dialoge, Kodak",
    )

    assert film.version == ParsedVersion(
        format="35 mm",
        aspect_ratio="1:1.66",
        colour="colour",
        sound="Dolby Digital",
        has_no_dialogue=True,
        rest={"en": "Kodak", "de": "Kodak"},
    )
    assert film.texts["de"] == {"technical_note": "Kodak"}
    assert film.problems == ()


def test_format_and_dialogue_keys_of_two_languages_complete_each_other(film_of):
    film = film_of(
        "format: '16 mm, 1:1,37, Colour'\ndialogue: Indonesian dialogue, English subtitled",
        "format: '16 mm, 1:1,37, Farbe, engl. Untertitel'",
    )

    assert film.version == ParsedVersion(
        format="16 mm",
        aspect_ratio="1:1.37",
        colour="colour",
        dialogue_languages=("id",),
        subtitle_languages=("en",),
    )
    assert film.problems == ()


def test_technical_facts_that_disagree_are_reported(film_of):
    film = film_of("technical_specs: 35 mm, Colour", "technical_specs: 16 mm, Farbe")

    assert film.version.format == "35 mm"
    assert [(p.key, p.value) for p in film.problems] == [("technical_specs", "16 mm")]


def test_world_sales_and_additional_are_companies_and_the_text_is_kept(film_of):
    film = film_of(
        "world_sales: Tide Agency\nadditional: Supported by the Goethe Institut Bremen",
        "world_sales: Tide Agency\nadditional: Unterstützt vom Goethe Institut Bremen",
    )

    assert film.companies == (
        ParsedCompany("world_sales", "Tide Agency"),
        ParsedCompany("supported_by", "Goethe Institut Bremen", position=1),
    )
    assert film.texts == {
        "en": {"additional_info": "Supported by the Goethe Institut Bremen"},
        "de": {"additional_info": "Unterstützt vom Goethe Institut Bremen"},
    }
    assert film.problems == ()


def test_co_producer_in_additional_info_is_a_co_production(film_of):
    film = film_of(
        "additional_info: 'Co-producer: Goethe Institut Bremen'",
        "additional_info: 'Koproduzent: Goethe Institut Bremen'",
    )

    assert film.companies == (ParsedCompany("co_production", "Goethe Institut Bremen"),)


def test_other_additional_prose_is_only_text(film_of):
    film = film_of("additional: Shot in nine days on the river.")

    assert film.companies == ()
    assert film.texts == {"en": {"additional_info": "Shot in nine days on the river."}}


def test_a_country_beside_a_company_is_its_territory(film_of):
    film = film_of("crew:\n  - role: Distribution\n    name: Wave Film (France)")

    assert film.companies == (ParsedCompany("distributor", "Wave Film", "FR"),)


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


def test_unknown_key_is_reported_with_file_line_key_and_value(film_of):
    film = film_of("mood: foggy\nrelease_year: 2001")

    assert film.release_year == 2001
    assert [(p.file, p.line, p.key, p.value, p.is_fatal) for p in film.problems] == [
        ("films/night-ferry/index_en.md", 3, "mood", "foggy", False)
    ]


def test_unknown_category_is_left_out_and_reported(film_of):
    film = film_of("category: opera")

    assert film.category == ""
    assert [(p.line, p.value) for p in film.problems] == [(3, "opera")]


def test_wrong_type_of_a_text_is_left_out_and_reported(film_of):
    film = film_of("description: [a, b]")

    assert film.texts == {"en": {}}
    assert [(p.line, p.key, p.value) for p in film.problems] == [(3, "description", "[a, b]")]


@pytest.mark.parametrize("row", ["- {role: Sound}", "- Sound", "- {role: [a], name: b}", "-"])
def test_a_crew_row_without_role_or_name_is_reported(film_of, row):
    film = film_of(f"crew:\n  {row}")

    assert film.credits == ()
    assert [(p.line, p.key) for p in film.problems] == [(4, "crew")]


def test_long_values_are_shortened_in_the_report(film_of):
    film = film_of("mood: " + "x" * 500)

    assert film.problems[0].value == "x" * 119 + "…"


def test_and_more_at_the_end_of_a_list_is_reported(film_of):
    film = film_of("crew:\n  - role: Casting\n    name: Anna Ufer, Ben Strom u.v.a.")

    assert [credit.name for credit in film.credits] == ["Anna Ufer", "Ben Strom"]
    assert [p.value for p in film.problems] == ["Anna Ufer, Ben Strom u.v.a."]


def test_a_remark_beside_a_name_is_reported(film_of):
    film = film_of("crew:\n  - role: Casting\n    name: Anna Ufer (France)")

    assert [credit.name for credit in film.credits] == ["Anna Ufer"]
    assert [p.value for p in film.problems] == ["Anna Ufer (France)"]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("duration: 1:30", "duration"),
        ("runtime: 1:30:00", "runtime"),
        ("duration: long", "duration"),
        ("duration: [90]", "duration"),
        ("release_year: soon", "release_year"),
        ("year: 1800", "year"),
        ("release_year: 2999", "release_year"),
        ("release_year: 2011-2012", "release_year"),
        ("title: [a, b]", "title"),
        ("title: {a: b}", "title"),
        ("title:", "title"),
        ("title: ''", "title"),
        ("title: " + "T" * 251, "title"),
        ("title_xx: Y", "title_xx"),
        ("slug: ../../admin", "slug"),
        ("slug: [a]", "slug"),
        ("id: 1", "id"),
        ("pk: 1", "pk"),
        ("uuid: x", "uuid"),
        ("owner: 1", "owner"),
        ("user: 1", "user"),
        ("status: published", "status"),
        ("published: yes", "published"),
        ("publish_at: 2020-01-01", "publish_at"),
        ("withdrawn_at: 2020-01-01", "withdrawn_at"),
        ("embargo: 2026-03-29 02:30:00", "embargo"),
        ("created: 2020-01-01", "created"),
        ("key: x", "key"),
    ],
)
def test_a_fatal_value_keeps_the_film_out(content, line, key):
    content.index("en", line)

    folder = content.read()

    assert list(folder.films) == []
    (failed,) = folder.failed_films
    fatal = [problem for problem in failed.problems if problem.is_fatal]
    assert [(p.file, p.key) for p in fatal] == [("films/night-ferry/index_en.md", key)]
    assert fatal[0].line == (2 if key == "title" else 3)


def test_script_and_formula_in_a_title_stay_text(film_of):
    film = film_of("title: '<script>alert(1)</script>'", 'title: "=HYPERLINK(1)"')

    assert film.title == {"en": "<script>alert(1)</script>", "de": "=HYPERLINK(1)"}


def test_a_list_with_an_item_that_is_no_text_is_reported(film_of):
    film = film_of("country: [Germany, {a: b}]\ncrew:\n  - role: Sound\n    name: [Anna Ufer, ~]")

    assert (film.countries, film.credits) == ((), ())
    assert [(p.line, p.key) for p in film.problems] == [(5, "crew"), (3, "country")]


def test_very_long_names_are_left_out_and_reported(film_of):
    film = film_of("cast:\n  - " + "A" * 201 + "\n  - Ben Strom")

    assert [credit.name for credit in film.credits] == ["Ben Strom"]
    assert [(p.line, p.key) for p in film.problems] == [(4, "cast")]


def test_long_lists_are_matched_in_their_order(film_of):
    names = [f"Anna Name{number}" for number in range(4000)]

    film = film_of(
        "cast:\n" + "\n".join(f"- {name}" for name in names),
        "cast:\n" + "\n".join(f"- {name}" for name in reversed(names)),
    )

    assert [credit.name for credit in film.credits] == names
    assert film.problems == ()


@pytest.mark.parametrize("key", ["technical_specs", "dialogue", "country", "additional", "awards"])
@pytest.mark.parametrize("text", ["x" + " " * 100_000 + "y", "and " * 40_000, ", " * 80_000])
def test_long_nonsense_is_read_quickly(film_of, key, text):

    film_of(f'{key}: "{text}"')
