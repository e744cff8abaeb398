from collections import Counter

import pytest

from people.vocabulary import (
    COMPANY_FUNCTIONS,
    DEPARTMENTS,
    ROLES,
    find_function,
    find_role,
    function_spellings,
    role_spellings,
)

REQUIRED = [
    "director",
    "screenplay",
    "cinematography",
    "editing",
    "music",
    "original_music",
    "producer",
    "co_producer",
    "executive_producer",
    "line_producer",
    "production_manager",
    "commissioning_editor",
    "production_design",
    "costume_design",
    "makeup",
    "sound",
    "sound_design",
    "sound_mix",
    "casting",
    "children_casting",
    "colour_grading",
    "assistant_director",
    "stunt_coordinator",
    "animal_trainer",
    "actor",
    "voice",
    "narrator",
    "self_appearance",
]


def test_vocabulary_has_at_least_85_roles_with_unique_keys():
    keys = [role.key for role in ROLES]

    assert len(keys) >= 85
    assert len(keys) == len(set(keys))


def test_vocabulary_has_every_role_the_house_speaks_of():
    keys = {role.key for role in ROLES}

    assert [key for key in REQUIRED if key not in keys] == []


def test_no_spelling_belongs_to_two_roles():
    counts = Counter(word for role in ROLES for word in role_spellings(role))

    assert [word for word, count in counts.items() if count > 1] == []


def test_no_spelling_belongs_to_two_functions():
    entries = COMPANY_FUNCTIONS.values()
    counts = Counter(word for entry in entries for word in function_spellings(entry))

    assert [word for word, count in counts.items() if count > 1] == []


def test_every_role_has_a_known_department_and_complete_labels():
    departments = {department.key for department in DEPARTMENTS}

    assert {role.department for role in ROLES} == departments
    assert [r.key for r in ROLES if not (r.en and r.de and r.de_f and r.de_m)] == []


def test_aliases_are_written_in_small_letters():
    assert [alias for role in ROLES for alias in role.aliases if alias != alias.lower()] == []


def test_every_role_is_found_by_its_key_labels_forms_and_aliases():
    for role in ROLES:
        for text in (role.key, role.en, role.de, role.de_f, role.de_m, *role.aliases):
            assert find_role(text) == role, text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Author", "screenplay"),
        ("Buch", "screenplay"),
        ("Drehbuch", "screenplay"),
        ("Camera", "cinematography"),
        ("Kamera", "cinematography"),
        ("Cinematographer", "cinematography"),
        ("Bildgestaltung", "cinematography"),
        ("Schnitt", "editing"),
        ("Montage", "editing"),
        ("Editor", "editing"),
        ("Szenenbild", "production_design"),
        ("Produktionsdesign", "production_design"),
        ("Originalmusik", "original_music"),
        ("re-recording mixer", "sound_mix"),
        ("RE RECORDING  MIXER:", "sound_mix"),
        ("Co-Producers", "co_producer"),
        ("coproducer", "co_producer"),
        ("Redaktion", "commissioning_editor"),
        ("Regisseur:in", "director"),
        ("Kostümbildner", "costume_design"),
        ("Hair & Make-up", "makeup"),
    ],
)
def test_find_role_knows_the_spellings_of_the_trade(text, key):
    role = find_role(text)

    assert role is not None
    assert role.key == key


@pytest.mark.parametrize("text", ["", "Pixie Wrangler", "Regie und Zirkus"])
def test_find_role_does_not_guess(text):
    assert find_role(text) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Produktion", "production_company"),
        ("Koproduzent", "co_production"),
        ("Weltvertrieb", "world_sales"),
        ("Verleih", "distributor"),
        ("Supported by", "supported_by"),
        ("Gefördert von", "funder"),
        ("In association with", "in_association"),
    ],
)
def test_find_function_knows_the_spellings_of_the_trade(text, key):
    function = find_function(text)

    assert function is not None
    assert function.key == key
