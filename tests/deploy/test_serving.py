"""nginx reads the samples; gunicorn is renewed without a visitor noticing; an export is served."""

import time
from concurrent.futures import ThreadPoolExecutor

from tests.deploy.conftest import places_of
from tests.deploy.nginx import SAMPLES, Nginx

SITE = """index index.html;
error_page 404 /404.html;
location = /en/old/ { return 301 /en/new/; }
"""


def test_every_sample_is_read(site, tmp_path):
    others = {"lichtspiel.conf": places_of(site), "static-site.conf": {"/srv/site": str(tmp_path)}}
    (tmp_path / "_nginx.conf").write_text(SITE)
    assert sorted(others) == sorted(path.name for path in SAMPLES.glob("*.conf"))
    for name, places in others.items():
        done = Nginx(tmp_path / name, name, places).check()
        assert (done.returncode, done.stderr.count("[warn]")) == (0, 0), done.stderr


def test_gunicorn_is_renewed_without_an_error(front, site):
    """New workers come before the old ones go; what nginx keeps open to them ends in order."""
    before, statuses, until = site.workers(), set(), time.monotonic() + 60
    site.reload()
    with ThreadPoolExecutor(4) as pool:
        while before & site.workers() and time.monotonic() < until:
            statuses |= {each.status for each in pool.map(front.ask, ["/healthz"] * 8)}
    assert (before & site.workers(), statuses) == (set(), {200})
