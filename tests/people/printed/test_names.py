import pytest

from people.printed.names import has_more, read_names, split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Veit Helmer", ["Veit Helmer"]),
        ("Anna Ufer, Ben Strom", ["Anna Ufer", "Ben Strom"]),
        ("Anna Ufer + Ben Strom", ["Anna Ufer", "Ben Strom"]),
        ("Anna Ufer and Ben Strom", ["Anna Ufer", "Ben Strom"]),
        ("Anna Ufer und Ben Strom", ["Anna Ufer", "Ben Strom"]),
        ("Anna Ufer, Ben Strom and Cleo Wehr", ["Anna Ufer", "Ben Strom", "Cleo Wehr"]),
        ("Anna Ufer, Ben Strom, Shantel", ["Anna Ufer", "Ben Strom", "Shantel"]),
        ("FM Einheit, Anna Ufer", ["FM Einheit", "Anna Ufer"]),
        ("Marie de Villepin und Stefan von Borbély", ["Marie de Villepin", "Stefan von Borbély"]),
        ("E.J. Callahan, Robertus B.J.B.", ["E.J. Callahan", "Robertus B.J.B."]),
        ("Predrag 'Miki' Manojlović + Udo Kier", ["Predrag 'Miki' Manojlović", "Udo Kier"]),
        ("Сергей Ашкенази, Вера Холодная", ["Сергей Ашкенази", "Вера Холодная"]),
        ("ARTE, BR, WDR", ["ARTE", "BR", "WDR"]),
        ("Anna Ufer, Jr.", ["Anna Ufer, Jr."]),
        ("Tidal Film, Inc.", ["Tidal Film, Inc."]),
        ("Anna Ufer, Ben Strom u.v.a.", ["Anna Ufer", "Ben Strom"]),
        ("Anna Ufer, Ben Strom and many more", ["Anna Ufer", "Ben Strom"]),
    ],
)
def test_names_are_split_when_every_piece_looks_like_one(text, names):
    assert list(split_names(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "jip film & verleih",
        "Oppie & Gigi",
        "Salim & Sulaiman Merchant",
        "Film und Fernsehen GmbH",
        "Oppie and Gigi",
        "Meier, Anna",
        "Anna Meier, Berlin",
        "Global Tide GmbH, Bremen",
        "the crew, the village",
    ],
)
def test_names_are_not_split_by_guessing(text):
    assert split_names(text) == (text,)


@pytest.mark.parametrize("text", ["Oppie and Gigi", "Meier, Anna", "Global Tide GmbH, Bremen"])
def test_a_name_that_still_holds_a_separator_is_doubtful(text):
    assert [name.is_doubtful for name in read_names(text)] == [True]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Veit Helmer and Students of the Harbour Academy", ["person", "group"]),
        ("Veit Helmer und Studenten der Kunsthochschule", ["person", "group"]),
        ("Veit Helmer and students of the IKJ", ["person", "group"]),
        ("Students of the Academy of Film and Television", ["group"]),
        ("Studierende der Hafenschule", ["group"]),
        ("Harbour City Orchestra", ["group"]),
        ("jip film & verleih", ["company"]),
        ("Goethe Institut Jakarta", ["company"]),
        ("KurzFilmAgentur Hamburg", ["company"]),
        ("Veit Helmer-Filmproduktion", ["company"]),
        ("Veit Helmer", ["person"]),
        ("Rosa Ag", ["person"]),
        ("Anna Ufer (ARTE)", ["person"]),
    ],
)
def test_persons_groups_and_companies_are_told_apart(text, kinds):
    assert [name.kind for name in read_names(text)] == kinds


@pytest.mark.parametrize(
    ("text", "name", "character", "credited_as"),
    [
        ("Anna Ufer as Young Girl", "Anna Ufer", "Young Girl", ""),
        ("Anna Ufer als Junges Mädchen", "Anna Ufer", "Junges Mädchen", ""),
        ("Anna Ufer ... Iskra 'Gagarin'", "Anna Ufer", "Iskra 'Gagarin'", ""),
        ("Anna Ufer (as Anja Ufer)", "Anna Ufer", "", "Anja Ufer"),
        ("Anna Ufer (as Captain)", "Anna Ufer", "Captain", ""),
        ("Anna Ufer (credited as A. U. Strom)", "Anna Ufer", "", "A. U. Strom"),
    ],
)
def test_characters_and_other_spellings_are_taken_apart(text, name, character, credited_as):
    (found,) = read_names(text)

    assert (found.text, found.character, found.credited_as) == (name, character, credited_as)


def test_a_remark_beside_a_person_is_kept_apart():
    (found,) = read_names("Aziz Sommer (Russia)")

    assert (found.text, found.remark, found.with_remark) == (
        "Aziz Sommer",
        "Russia",
        "Aziz Sommer (Russia)",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Anna Ufer u.v.a.", True), ("A and many more", True), ("Anna Moore", False)],
)
def test_has_more_sees_the_end_of_an_open_list(text, expected):
    assert has_more(text) is expected
