"""The keys of film and page files: known, known and ignored, protected."""

FILM_KEYS = frozenset(
    {
        "additional", "additional_info", "awards", "body", "cast", "category", "cinema_poster",
        "country", "crew", "description", "dialogue", "director", "duration", "external_links",
        "format", "full_video_url", "language", "poster_image", "release_year", "slug",
        "stills", "teaser_poster", "technical_specs", "title", "trailer_poster", "trailer_video",
        "type", "world_sales",
    }
)  # fmt: skip

PAGE_KEYS = frozenset({"alt", "body", "image", "language", "position", "slug", "title"})

IGNORED_KEYS = frozenset({"layout", "permalink"})

ALIASES = {
    "year": "release_year",
    "runtime": "duration",
    "countries": "country",
    "directors": "director",
    "locale": "language",
}

PROTECTED_KEYS = frozenset(
    {
        "created", "embargo", "id", "key", "owner", "pk", "publish_at", "published", "status",
        "user", "uuid", "withdrawn_at",
    }
)  # fmt: skip
