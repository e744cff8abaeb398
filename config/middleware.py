"""Compression, language and floods: what concerns every request, whatever it asks for."""

import logging

from django.conf import settings
from django.db import DataError
from django.http import HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

from assets.object_store import StoreAway
from desk.accounts.language import chosen_language
from desk.errors import bad_request, store_away
from desk.floods import check_fields
from desk.unsaved import answer_trouble
from editorial.trouble import trouble_of
from pages.negotiation import preferred_language

log = logging.getLogger(__name__)
# Ends of the media types that are text beside text/*.
TEXTS = ("json", "xml")
PLAIN = "text/plain; charset=utf-8"
# Our own forms and links never use more; a thousand parameters only cost time.
MAX_QUERY_PARAMETERS = 200
# Browsers keep 180 for a host or so; 300 of any use do not fit into the 8 kB that a server takes.
MAX_COOKIES = 300


def compress_text(get_response):
    """Send pages, feeds and data with gzip; files have encodings and byte ranges of their own."""
    gzip = GZipMiddleware(get_response)

    def middleware(request):
        response = get_response(request)
        kind = response.get("Content-Type", "").partition(";")[0]
        if response.streaming or not (kind.startswith("text/") or kind.endswith(TEXTS)):
            return response
        return gzip.process_response(request, response)

    return middleware


def refuse_floods(get_response):
    """Answer 400 to more parameters than forms of ours have, and to more cookies than browsers."""

    def middleware(request):
        if request.META.get("QUERY_STRING", "").count("&") >= MAX_QUERY_PARAMETERS:
            return HttpResponse("Too many parameters.", status=400, content_type=PLAIN)
        if request.META.get("HTTP_COOKIE", "").count(";") >= MAX_COOKIES:
            return HttpResponse("Too many cookies.", status=400, content_type=PLAIN)
        return get_response(request)

    return middleware


def refuse_impossible_values(get_response):
    """Answer 400 to forms, numbers and characters that are none of ours, wherever they were sent.

    Such as an id of thirty digits, for which SQLite raises `OverflowError`, or a NUL, which
    PostgreSQL refuses. No form of ours sends them, and what was written is rolled back.
    """

    def middleware(request):
        return get_response(request)

    def process_view(request, view, arguments, named):
        if request.method == "POST":
            check_fields(request)

    def process_exception(request, exception):
        if not isinstance(exception, OverflowError | DataError):
            return None
        log.warning("Impossible value in %r: %r", request.path, str(exception)[:200])
        return bad_request(request, exception)

    middleware.process_view, middleware.process_exception = process_view, process_exception
    return middleware


def answer_without_store(get_response):
    """Answer 503 where a file is needed and the file store does not answer, or a disk has no room.

    The store itself tells the log. What a form had begun to write is rolled back.
    """

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        if isinstance(exception, StoreAway):
            return store_away(request)
        trouble = trouble_of(exception)
        if trouble is None:
            return None
        log.error("%s cannot be answered: %r", request.path, exception)
        return answer_trouble(request, trouble)

    middleware.process_exception = process_exception
    return middleware


def activate_language(get_response):
    """Public pages speak the language of their address; everything else, the reader's own.

    At the desk that is the one chosen there, if there is one.
    """
    codes = {code for code, _name in settings.LANGUAGES}

    def middleware(request):
        prefix = request.path_info[1:].split("/", 1)[0]
        by_address = prefix in codes
        chosen = prefix if by_address else chosen_language(request)
        language = chosen or preferred_language(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        if not by_address:
            patch_vary_headers(response, ("Accept-Language",))
        return response

    return middleware
