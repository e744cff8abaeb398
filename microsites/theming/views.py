"""Serve the style sheets of microsites."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from microsites.theming.addresses import read_path
from microsites.theming.stylesheet import name_sheet, write_sheet

# A pass is signed text (`editorial.passes`); whatever it says, the media gate decides.
PASS = re.compile(r"[\w:.=-]{1,300}")
YEAR = 365 * 24 * 3600


@require_safe
def show_stylesheet(request: HttpRequest, name: str, path: str) -> HttpResponse:
    """Answer an address of `stylesheet_url`.

    After an upgrade an older page gets the present style under its former name, for now.
    """
    wanted = read_path(path)
    if wanted is None:
        raise Http404
    is_named = name_sheet(wanted) == name
    passed = request.GET.get("pass", "")
    give_pass = (lambda url: f"{url}?pass={passed}") if PASS.fullmatch(passed) else str
    text = write_sheet(wanted, give_pass)
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = (
        "private, no-store" if passed
        else f"public, max-age={YEAR}, immutable" if is_named
        else "no-cache"
    )  # fmt: skip
    return response
