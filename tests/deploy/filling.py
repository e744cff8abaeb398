"""Fill an empty site in a process of its own: `python -m tests.deploy.filling FOLDER`.

A live film with one picture (in the JPEG it has from its upload), a film that nobody has published,
and an editor.
"""

import json
import sys
from io import BytesIO
from pathlib import Path

import django
from django.core.management import call_command
from PIL import Image

EDITOR, PASSWORD = "editor", "lantern-slide-7"
LIVE = "title: Night Ferry\ncategory: feature\nyear: 1996\nposter_image: still.jpg\n"
DRAFT = "title: Harbour Secret\ncategory: feature\nyear: 1997\n"


def write_content(folder: Path) -> None:
    for slug, front in (("night-ferry", LIVE), ("harbour-secret", DRAFT)):
        film = folder / "films" / slug
        film.mkdir(parents=True)
        (film / "index_en.md").write_text(f"---\n{front}description: A ship.\n---\nA ship.\n")
    buffer = BytesIO()
    Image.radial_gradient("L").convert("RGB").save(buffer, "JPEG")
    (folder / "films/night-ferry/still.jpg").write_bytes(buffer.getvalue())


def name_static_files() -> None:
    """Say that every static file is called what it is called: collectstatic takes ten seconds."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    names = [name for finder in get_finders() for name, _storage in finder.list(None)]
    manifest = {"version": "1.1", "hash": "", "paths": {name: name for name in names}}
    (Path(settings.STATIC_ROOT) / "staticfiles.json").write_text(json.dumps(manifest))


def main(folder: Path) -> None:
    django.setup()
    from django.contrib.auth import get_user_model

    name_static_files()
    write_content(folder)
    get_user_model().objects.create_superuser(EDITOR, "editor@films.example", PASSWORD)
    call_command("import_content", folder, "--only", "night-ferry", "--publish")
    call_command("import_content", folder, "--only", "harbour-secret")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
