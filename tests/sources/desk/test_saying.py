"""What was understood, in words."""

from django.utils.translation import override

from films.credits_desk.roles import RoleWords
from sources.desk.saying import say_fact


def test_a_release_says_its_month_where_the_text_says_no_more(db):
    values = {"country": "DE", "month": 9, "status": "done"}
    with override("en"):
        assert say_fact("releases", values, RoleWords()) == ("Release", "Germany, September")
    with override("de"):
        assert say_fact("releases", values, RoleWords())[1] == "Deutschland, September"
