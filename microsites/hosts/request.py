"""A request that came for a film's own host, as `config.hosts` hands it on."""

from django.http import HttpRequest

from editorial.models import Publication


class HostRequest(HttpRequest):
    """`own_host` is known and its film live: `publications` are what visitors may see of it."""

    own_host: str
    publications: list[Publication]
    LANGUAGE_CODE: str
