"""The site as it is, and a line in a file for each page that Django is asked for."""

import os
from pathlib import Path
from typing import Any

from config import wsgi
from config.page_cache.application import PageCache

RENDERED = "RENDERED"


def counted(inner: Any) -> Any:
    def asked(environ: dict[str, Any], start_response: Any) -> Any:
        with Path(os.environ[RENDERED]).open("a", encoding="ascii") as file:
            file.write(f"{environ['PATH_INFO']}\n")
        return inner(environ, start_response)

    return asked


application: Any = wsgi.application
if not isinstance(application, PageCache):
    raise RuntimeError("The page cache is off.")
application.application = counted(application.application)
