"""JSON-LD that every room needs (schema.org): the graph, the company, pictures, paths, lists."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from assets.models import Image
from assets.renditions import Picture
from editorial.fields import column
from editorial.memory import remember
from pages.absolute import absolute
from pages.licences import licence_url
from pages.models import Profile
from pages.tiles import FilmTile

Node = dict[str, Any]


def graph(*nodes: Node) -> Node:
    """Return one document of several things, without what is not known of them."""
    return {"@context": "https://schema.org", "@graph": [filled(node) for node in nodes if node]}


def filled(value: Any) -> Any:
    """Return `value` without empty properties, all the way down; zero and False are no gaps."""
    if isinstance(value, dict):
        kept = {name: filled(part) for name, part in value.items()}
        return {name: part for name, part in kept.items() if part not in ("", None, [], {})}
    if isinstance(value, list | tuple):
        parts = [filled(part) for part in value]
        return [part for part in parts if part not in ("", None, [], {})]
    return value


def company_id() -> str:
    """Return the identifier of the company behind the site, the same on every page."""
    return f"{settings.SITE_URL}/#company"


def site_id() -> str:
    return f"{settings.SITE_URL}/#site"


def company_data(language: str) -> Node:
    """Return the Organization behind the site, from its profile. Kept by the process."""
    return remember(("company data", language), lambda: _read_company(language))


def _read_company(language: str) -> Node:
    profile = Profile.objects.first()
    if profile is None:
        return {}
    logo = Image.objects.visible().filter(pk=profile.logo_id).first()
    return {
        "@type": "Organization",
        "@id": company_id(),
        "name": profile.name,
        "description": getattr(profile, column("claim", language)) or "",
        "url": settings.SITE_URL + reverse("entrance"),
        "logo": image_data(logo.picture) if logo else None,
        "address": address_data(profile.street, profile.postal_code, profile.city, profile.country),
        "email": profile.email,
        "telephone": profile.phone,
        "vatID": profile.vat_id,
        "sameAs": list(profile.same_as),
    }


def site_data(language: str, name: str) -> Node:
    """Return the WebSite with its search."""
    search = settings.SITE_URL + reverse("search", args=[language])
    return {
        "@type": "WebSite",
        "@id": site_id(),
        "name": name,
        "url": settings.SITE_URL + reverse("entrance"),
        "inLanguage": [code for code, _name in settings.LANGUAGES],
        "publisher": {"@id": company_id()},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def page_data(kind: str, url: str, language: str, name: str, **facts: Any) -> Node:
    """Return a WebPage (or CollectionPage, AboutPage ...) at a path of this site."""
    return {
        "@type": kind,
        "@id": f"{absolute(url)}#page",
        "url": absolute(url),
        "name": name,
        "inLanguage": language,
        "isPartOf": {"@id": site_id()},
        "publisher": {"@id": company_id()},
        **facts,
    }


def address_data(street: str, postal_code: str, city: str, country: str) -> Node:
    """Return the PostalAddress, nothing if not even the town is known."""
    if not (street or city):
        return {}
    return {
        "@type": "PostalAddress",
        "streetAddress": street,
        "postalCode": postal_code,
        "addressLocality": city,
        "addressCountry": country,
    }


def image_data(
    picture: Picture,
    caption: str = "",
    credit: str = "",
    photographer: str = "",
    owner: str = "",
) -> Node:
    """Return the ImageObject of a picture: the file that the page shows, and whose it is."""
    served = picture.fallback
    return {
        "@type": "ImageObject",
        "contentUrl": absolute(served.url),
        "width": served.width,
        "height": served.height,
        "caption": caption,
        "creditText": credit,
        "creator": {"@type": "Person", "name": photographer} if photographer else None,
        "copyrightNotice": f"© {owner}" if owner else "",
        "license": licence_url(owner),
    }


def path_data(places: Iterable[tuple[str, str]]) -> Node:
    """Return the BreadcrumbList of (name, path) from the home page down."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": absolute(url)}
        for number, (name, url) in enumerate(places, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def list_data(name: str, entries: Iterable[tuple[str, str]]) -> Node:
    """Return the ItemList of (name, path) in the order of the page; nothing if it is empty."""
    items = [
        {"@type": "ListItem", "position": number, "name": title, "url": absolute(url)}
        for number, (title, url) in enumerate(entries, start=1)
    ]
    if not items:
        return {}
    return {
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(items),
        "itemListElement": items,
    }


def tile_list(name: str, language: str, tiles: Iterable[FilmTile]) -> Node:
    """Return films as they stand in a list."""
    entries = ((tile.title, reverse("address", args=[language, tile.path])) for tile in tiles)
    return list_data(name, entries)
