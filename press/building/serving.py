"""A built kit on its way to somebody who may have it; who that is, the caller has asked."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from assets.serving import send_file
from press.building.files import stored_name
from press.building.freshness import codes_of
from press.kit.names import name_of
from press.models import Kit


def kit_name(kit: Kit) -> str:
    """Return what the kit's file is called when somebody saves it."""
    return name_of(kit.record.key, codes_of(kit), Kit.Format(kit.format), kit.is_draft)


def send_kit(request: HttpRequest, kit: Kit) -> HttpResponseBase:
    """Answer with the file, to be saved and not kept by caches. Raises `Http404`."""
    if kit.state != Kit.State.READY or not kit.sha256:
        raise Http404
    disposition = str(content_disposition_header(True, kit_name(kit)))
    response = send_file(request, stored_name(kit.sha256, Kit.Format(kit.format)), disposition)
    response.headers["Cache-Control"] = "private, no-store"
    return response
