"""A real company's folder, when it lies beside the project."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from films.models import Film

CONTENT = Path(settings.BASE_DIR).parent / "shared" / "content"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not CONTENT.is_dir(), reason="no company's folder is here"),
]
FACTS = {
    "en": ["Baikonur", "Veit Helmer", "Alexander Asochakov", "Marie de Villepin", "2011",
           "Sitora Farmonova", "95 min", "Germany", "Kazakhstan", "Russia", "Colour", "Screenplay",
           "Sergej Ashkenazy", "Cinematography", "Kolya Kano", "Music", "Goran Bregovic",
           "Editing", "Vincent Assmann", "Feature film", "/en/baikonur/microsite/"],
    "de": ["Baikonur", "Veit Helmer", "Alexander Asochakov", "Marie de Villepin", "2011",
           "Sitora Farmonova", "95 Min", "Deutschland", "Kasachstan", "Russland", "Farbe",
           "Drehbuch", "Sergej Ashkenazy", "Kamera", "Kolya Kano", "Musik", "Goran Bregovic",
           "Schnitt", "Vincent Assmann", "Spielfilm", "/de/baikonur/microsite/"],
}  # fmt: skip


def run() -> tuple[int, str]:
    out = io.StringIO()
    try:
        call_command("import_content", CONTENT, publish=True, stdout=out, stderr=io.StringIO())
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def test_all_films_come_in_and_a_second_run_changes_nothing(client, settings):
    # The sizes are made by the worker; here only rows and pages are looked at.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend",
                                  "QUEUES": ["default", "media"]}}  # fmt: skip
    code, text = run()
    assert (code, Film.objects.count()) == (1, 14)
    assert "16 created, 0 updated, 0 unchanged, 0 failed." in text
    assert text.count("Git LFS pointer") == 10
    for language, words in FACTS.items():
        page = client.get(f"/{language}/baikonur/").content.decode().replace("\xa0", " ")
        assert [word for word in words if word not in page] == []
        bodies = (CONTENT / f"films/baikonur/index_{language}.md").read_text("utf-8")
        for paragraph in bodies.split("---")[-1].split("\n\n"):
            plain = paragraph.strip()[:40].replace("'", "&#x27;").replace('"', "&quot;")
            assert plain.split("&quot;")[-1][:25] in page
    assert "0 created, 0 updated, 16 unchanged, 0 failed." in run()[1]
