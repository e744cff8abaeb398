"""How gunicorn serves Lichtspiel. PORT, WORKERS and ACCESS_LOG come from the environment."""

import contextlib
import ctypes
import os
import resource
import subprocess
import sys
from pathlib import Path

from gunicorn.http import message

# A question of 10 kB pasted into the search deserves an answer, not a broken page; gunicorn itself
# stops at 8190 bytes. The limit still keeps a line without an end from filling the memory.
message.MAX_REQUEST_LINE = 32 * 1024
limit_request_line = 32 * 1024

# gunicorn believes X-Forwarded-Proto of whoever connects from this machine; we only if told so.
if os.environ.get("TRUST_PROXY", "").lower() not in ("1", "true", "yes", "on"):
    forwarded_allow_ips = ""
    secure_scheme_headers = {}

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WORKERS", "2"))
worker_class = "gthread"
threads = 4
# A worker that may open no further file ends, and the next one after it. Those whom it cannot take
# wait at the door; so many files stay free for databases, pictures and uploads.
FILES = 48
file_limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
worker_connections = min(max(file_limit - FILES, threads), 1000) if file_limit >= 0 else 1000
accesslog = os.environ.get("ACCESS_LOG") or None
# Named only: this file is read before the project can be imported.
logger_class = "config.gunicorn_log.DiscreetLogger"
# Moment, method, path, status, bytes, milliseconds: enough to see what is slow or broken. No IP
# address, no referrer, no browser, and no query, in which visitors' search words would stand.
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s %(M)sms"
# Blocks from a megabyte on go back to the system when they are done with. glibc (mallopt(3)) keeps
# those up to the largest that it has seen, and one uploaded picture has many.
M_MMAP_THRESHOLD = -3
with contextlib.suppress(AttributeError, OSError):  # another C library
    ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, 1024 * 1024)
# A worker that was started long ago is renewed, a few requests apart from the others. Starting
# costs two seconds: among fewer requests that would be most of the price of a kept page.
max_requests = 200_000
max_requests_jitter = 20_000
# Its control socket would lie in the home of whoever starts it, one for all sites of a machine.
control_socket_disable = True

# Asked of a process of its own: what the master loads, its workers would keep after a reload.
ASK_FOR_MARKER = (
    "import django; django.setup(); "
    "from desk.backup.site import presence_file; print(presence_file())"
)


def on_starting(server):
    """Let `restore` see that the site runs, as long as the master or one of its workers lives."""
    from desk.presence import hold_presence

    environment = {"DJANGO_SETTINGS_MODULE": "config.settings", **os.environ}
    asked = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ASK_FOR_MARKER], env=environment, stdout=subprocess.PIPE, text=True
    )
    if asked.returncode == 0:  # otherwise the workers fail likewise, and say why
        hold_presence(Path(asked.stdout.splitlines()[-1]))
