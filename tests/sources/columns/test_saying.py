from sources.columns.saying import say_values
from sources.reading.objects import Fact


def test_premiere_and_remark_of_a_selection_are_said():
    values = {"festival": "Riga Light", "date": "2015-03-04", "city": "Riga", "country": "LV",
              "country_printed": "", "premiere": "world", "note": "Mit Q&A"}  # fmt: skip
    assert say_values(Fact("selections", values, "", 0, 1)) == (
        "Riga Light, 2015-03-04, Riga, Latvia, World premiere, kept with the source: “Mit Q&A”"
    )
