"""The access log of the web server says what was slow or broken, and nothing about visitors."""

import resource
import runpy
from datetime import timedelta
from types import SimpleNamespace

from django.conf import settings
from gunicorn.config import Config
from gunicorn.glogging import Logger

ENVIRON = {
    "REMOTE_ADDR": "203.0.113.7",
    "REQUEST_METHOD": "GET",
    "RAW_URI": "/en/search/?q=secret",
    "PATH_INFO": "/en/search/",
    "QUERY_STRING": "q=secret",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "HTTP_REFERER": "https://somewhere.example/",
    "HTTP_USER_AGENT": "Browser/1",
    "HTTP_X_FORWARDED_FOR": "203.0.113.7",
}


def test_access_log_names_no_visitor():
    conf = runpy.run_path(str(settings.BASE_DIR / "deploy/gunicorn.conf.py"))
    logger = Logger(Config())
    response = SimpleNamespace(status="200 OK", sent=4321, headers=[])
    request = SimpleNamespace(headers=[])
    atoms = logger.atoms(response, request, ENVIRON, timedelta(milliseconds=42))
    line = conf["access_log_format"] % atoms
    assert line.partition("] ")[2] == "GET /en/search/ 200 4321 42ms"


def test_access_log_holds_no_address_that_lets_somebody_in(capsys):
    conf = runpy.run_path(str(settings.BASE_DIR / "deploy/gunicorn.conf.py"))
    config = Config()
    for name in ("logger_class", "access_log_format"):
        config.set(name, conf[name])
    config.set("accesslog", "-")
    logger = config.logger_class(config)
    response = SimpleNamespace(status="200 OK", sent=4321, headers=[])
    environ = {**ENVIRON, "RAW_URI": "/preview/T0ken/", "PATH_INFO": "/preview/T0ken/"}
    logger.access(response, SimpleNamespace(headers=[]), environ, timedelta(milliseconds=42))
    line = capsys.readouterr().out
    assert line.partition("] ")[2] == "GET /preview/*/ 200 4321 42ms\n"


def test_worker_takes_no_more_callers_than_it_may_open_files():
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    taken = {}
    try:
        for files in (512, 64):
            resource.setrlimit(resource.RLIMIT_NOFILE, (files, usual[1]))
            conf = runpy.run_path(str(settings.BASE_DIR / "deploy/gunicorn.conf.py"))
            taken[files] = conf["worker_connections"]
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)
    assert taken == {512: 464, 64: 16}
