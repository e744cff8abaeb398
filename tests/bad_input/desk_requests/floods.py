"""Forms with far more in them than any of ours: refused in the reader's words, nothing lost."""

from collections.abc import Iterator

from tests.bad_input.desk_requests.side_views import people, world
from tests.bad_input.members import Answer, Files, Member, fields_of
from tests.bad_input.world import Server
from tests.house.test_rights_matrix import state

TYPED = "A sentence that somebody has typed & must not lose"
WORDS = {"en": "Nothing was changed.", "de": "Es wurde nichts geändert."}
MEGABYTE = 1024 * 1024


def refuse_floods(server: Server) -> str:
    wrong, before = [], state()
    for role in ("editor", "translator"):
        somebody = people(server)[role]
        for language, words in WORDS.items():
            somebody.cookies["desk-language"] = language
            for name, keeps, answer in floods(somebody):
                if answer.status != 400 or words not in answer.text:
                    wrong.append(f"{role}, {name}, {language}: {answer.status}")
                if keeps and html_of(TYPED) not in answer.text:
                    wrong.append(f"{role}, {name}, {language}: what was typed is lost")
        somebody.cookies.pop("desk-language")
    if state() != before:
        wrong.append("something was stored")
    return "; ".join(wrong[:20]) or take_what_fits(server)


def html_of(text: str) -> str:
    return text.replace("&", "&amp;")


def floods(somebody: Member) -> Iterator[tuple[str, bool, Answer]]:
    """Yield (name, whether the answer must show what was typed, answer)."""
    film = f"/admin/films/film/{world()['films_film']}/change/"
    typed = list(fields_of(somebody.get(film).text, "title_de").items())
    token = [("csrfmiddlewaretoken", somebody.cookies["csrftoken"])]
    typed = [*token, *typed, ("synopsis_long_de", TYPED)]
    fields = [(f"field{n}", "x") for n in range(5000)]
    rows = [(f"credits-{n}-role", "1") for n in range(25_000)]
    stills = f"/admin/films/film/{world()['films_film']}/stills/upload/"
    files: Files = [("files", f"{n}.jpg", b"x") for n in range(5000)]
    yield "5000 fields", True, somebody.post(film, typed + fields)
    yield "5000 fields of many parts", True, somebody.upload(film, typed + fields, [])
    yield "25,000 fields of rows", True, somebody.post(film, typed + rows)
    yield "25,000 fields of rows in parts", False, somebody.upload(film, typed + rows, [])
    yield "5000 files", False, somebody.upload(stills, typed, files)
    yield "30 MB", False, somebody.post(film, [*typed, ("title_en", "x" * 30 * MEGABYTE)])


def take_what_fits(server: Server) -> str:
    """Odd, long and deep names are no flood: the form comes back, or is saved."""
    editor = people(server)["editor"]
    film = f"/admin/films/film/{world()['films_film']}/change/"
    typed = fields_of(editor.get(film).text, "title_en")
    odd = [("a[b][c]" * 10_000, "x"), ("-".join(["credits"] * 5000), "x"), ("__class__", "x"),
           ("credits-99999999999999999999-role", "1"), ("", "x")]  # fmt: skip
    answers = [editor.post(film, [*typed.items(), one]).status for one in odd]
    long = editor.post(film, typed | {"synopsis_long_en": "word " * (2 * MEGABYTE)})
    rows = {f"quotes-{n}-{column}": "" for n in range(900) for column in "abcdef"}
    many = editor.post(film, typed | rows).status
    if (set(answers), many) != ({302}, 302):
        return f"odd names are answered with {answers}, many rows with {many}"
    if long.status != 200 or "word word" not in long.text:
        return f"10 MB in a field are answered with {long.status}"
    return ""
