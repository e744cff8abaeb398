"""JSON that no program of ours has written: far too deep, no number, far too long.

It is sent wherever the desk reads JSON, or keeps what was typed as JSON.
"""

from collections.abc import Iterator

from django.urls import reverse

from tests.bad_input.desk_requests.side_views import people, world
from tests.bad_input.members import Answer, Fields, Member, fields_of
from tests.bad_input.world import Server
from tests.house.test_rights_matrix import state

DEPTH = 10_000
LONG = 10 * 1024 * 1024
HOSTILE = {
    "deep list": "[" * DEPTH + "]" * DEPTH,
    "deep object": '{"a":' * DEPTH + "1" + "}" * DEPTH,
    "deep and open": "[" * DEPTH,
    "no number": '{"caption_en": NaN, "focal_x": Infinity}',
    "huge number": '{"focal_x": ' + "9" * 5000 + "}",
    "no object": "[1, 2]",
    "half a letter": '{"caption_en": "\\ud800"}',
    "twice": '{"caption_en": "a", "caption_en": "b"}',
    "10 MB": '{"caption_en": "' + "x" * LONG + '"}',
}
EVERYWHERE = ("deep list", "no number")
# Nothing is stored: the form again, a question, or no.
REFUSED = (200, 400, 403, 409, 410, 422)
# Or the way back, with what is wrong; whether something was stored is asked by itself.
LED_BACK = (*REFUSED, 302)


def refuse_depth(server: Server) -> str:
    from editorial.models import Draft

    Draft.objects.all().delete()
    before, wrong = (state(), states()), []
    for name, value in HOSTILE.items():
        answers = [("picture", people(server)["editor"].post(still(), still_form(server, value)))]
        if name in EVERYWHERE:
            answers += doors(server, value)
        for door, answer in answers:
            if answer.status not in (REFUSED if door == "picture" else LED_BACK):
                wrong.append(f"{door}, {name}: {answer.status}")
    # What was typed into a form that is refused is kept for its author.
    Draft.objects.all().delete()
    if (state(), states()) != before:
        wrong.append("something was stored")
    return "; ".join(wrong[:20]) or take_good_base(server)


def states() -> list[object]:
    from assets.models import Image
    from films.models import Version

    return [list(model.objects.order_by("pk").values()) for model in (Image, Version)]


def doors(server: Server, value: str) -> Iterator[tuple[str, Answer]]:
    """Yield each door with its answer."""
    editor, stranger = people(server)["editor"], Member(server)
    for path in ("/admin/login/passkey/", "/admin/account/confirm/passkey/",
                 "/admin/account/passkeys/add/", "/admin/account/factor/"):  # fmt: skip
        for somebody in (stranger, editor):
            answer = somebody.post(path, {"credential": value, "code": value[:9]})
            if answer.status != 302:  # the way to the login
                yield path, answer
    film = f"/admin/films/film/{world()['films_film']}/change/"
    typed = fields_of(editor.get(film).text, "title_en")
    version = {"dialogue_languages": value, "subtitle_languages": value, "runtime_seconds": "1:00"}
    typed |= {f"versions-0-{column}": text for column, text in version.items()}
    typed["versions-TOTAL_FORMS"] = "1"
    yield "languages of a version", editor.post(film, typed)
    yield "decisions", editor.post(film, {"_mine": value, "_choice-0": "mine"}, Accept="*/*")
    yield "lists of translations", editor.post(reverse("translations_import"), {"plan": value})
    as_json = {"Content-Type": "application/json"}
    for path in (reverse("admin:editing", args=[1]), still(), film):
        yield f"JSON to {path}", editor.send_raw(path, value.encode(), as_json)


def still() -> str:
    return reverse("admin:films_film_still", args=[world()["films_film"], world()["still_uuid"]])


def still_form(server: Server, base: str) -> Fields:
    """Return the form of a picture with another caption, and this as what it was made from."""
    typed = fields_of(people(server)["editor"].get(still()).text, "caption_en")
    return list((typed | {"caption_en": "A caption that must not be stored", "base": base}).items())


def take_good_base(server: Server) -> str:
    """What the desk itself has written is taken."""
    editor = people(server)["editor"]
    typed = fields_of(editor.get(still()).text, "caption_en")
    status = editor.post(still(), typed | {"caption_en": "A caption"}).status
    return "" if status == 302 else f"a good form answers {status}"
