"""Films with old sites: a small one of ours and, where they lie beside the project, real ones."""

import json

import pytest

from tests.browser import world

REAL = world.ROOT.parent / "shared" / "content" / "films"
FILL = """
import json
from pathlib import Path
from assets.sites import accept_site_folder, add_site
from editorial.changes import change
from editorial.publishing import publish
from films.models import Film
from microsites.models import ArchivedSite
from tests.microsites.archive.old_site import show_site

films = list(Film.objects.order_by("pk"))
show_site(films[0])
told = {"own": films[0].record.key}
for film, folder in zip(films[1:], FOLDERS):
    with change(None, "test"):
        file = add_site(accept_site_folder(Path(folder)))
        ArchivedSite.objects.create(film=film, file=file)
    for language in ("en", "de"):
        publish(film.record, language)
    told[Path(folder).parent.name] = film.record.key
Path(TOLD).write_text(json.dumps(told))
"""


@pytest.fixture(scope="package")
def site(demo, tmp_path_factory):
    """The demo site with old sites; `slugs` has the film of each."""
    folder = tmp_path_factory.mktemp("archive")
    own = world.copy(demo, folder / "own")
    real = [str(path) for name in ("baikonur", "gate-to-heaven")
            if (path := REAL / name / "site").is_dir()]  # fmt: skip
    told = folder / "told.json"
    code = FILL.replace("FOLDERS", repr(real)).replace("TOLD", repr(str(told)))
    world.manage(own.environment(), "shell", "--verbosity", "0", "--command", code)
    site = world.Site(own)
    site.slugs = json.loads(told.read_text())
    yield site
    site.stop()
