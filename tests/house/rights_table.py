"""Which role may do what at which address of the desk: the table that the matrix test holds.

Rows are found by the name of the address (itself, or else the first pattern that fits);
addresses without a name by their path. `reads` may look (GET), `writes` may send (POST). Who may
not is refused: strangers by the login, members by 403.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

OUTSIDERS = ("stranger", "no member", "ended")
INSIDERS = ("viewer", "translator", "editor", "owner")
ROLES = (*OUTSIDERS, *INSIDERS)

MEMBERS = frozenset(INSIDERS)
WRITERS = MEMBERS - {"viewer"}
EDITORS = WRITERS - {"translator"}
OWNERS = EDITORS - {"editor"}
NOBODY: frozenset[str] = frozenset()
EVERYBODY = frozenset(ROLES)

# Everything of allauth asks for itself who somebody is; tests/desk/accounts holds it.
LEFT_OUT = ("account_*", "mfa_*", "usersessions_*", "login", "logout", "password_change*")
LANGUAGES = ("de", "en")  # the first is the translator's


@dataclass(frozen=True)
class Row:
    """Who may read and write; `args` finds the address in the world, `data` is
    sent.

    With `by_language` the address has a language: at another than his or her own a translator is
    refused to write and, with `reads_others` off, to read.
    """

    reads: frozenset[str]
    writes: frozenset[str]
    args: Callable[[Any], dict[str, Any]] = lambda world: {}
    data: Callable[[Any], dict[str, Any]] = lambda world: {}
    query: str = ""
    by_language: bool = False
    reads_others: bool = True


def of_model(world: Any) -> dict[str, Any]:
    """Return the arguments of an address that begins with a model's name."""
    return {"object_id": world[world["model"]]}


def of_revision(world: Any) -> dict[str, Any]:
    return of_model(world) | {"revision_id": world["revisions"][world["model"]]}


def of_film(world: Any) -> dict[str, Any]:
    return {"film_id": world["films_film"]}


def of_still(world: Any) -> dict[str, Any]:
    return of_film(world) | {"uuid": world["still_uuid"]}


def of_credit(world: Any) -> dict[str, Any]:
    return of_film(world) | {"uuid": world["credit_uuid"]}


def of_block(world: Any) -> dict[str, Any]:
    return of_film(world) | {"uuid": world["block_uuid"]}


def of_source(world: Any) -> dict[str, Any]:
    return of_film(world) | {"source_id": world["source"]}


def of_kit(world: Any) -> dict[str, Any]:
    return of_film(world) | {"kit_id": world["kit"]}


def by(name: str, key: str = "object_id") -> Callable[[Any], dict[str, Any]]:
    """Return the arguments of an address that names one thing of the world."""
    return lambda world: {key: world[name]}


# --- what Django's admin makes for each model ----------------------------------------------------

TEXTS = (
    "films_film", "films_genre", "films_trailer", "films_pressitem", "festivals_festival",
    "people_person", "people_company", "people_role", "people_department", "pages_page",
    "pages_profile", "assets_image",
)  # fmt: skip
FACTS = ("festivals_edition", "festivals_venue", "pages_redirect")
READ_ONLY = (
    "editorial_publication", "editorial_revision", "desk_importrun", "pages_missingaddress",
)  # fmt: skip


def model_rows(name: str, view: frozenset, change: frozenset, more: frozenset) -> dict[str, Row]:
    """Return the rows of one model: who may view, change, and add or delete."""
    path = f"admin/{name.replace('_', '/')}/<path:object_id>/"
    return {
        f"{name}_changelist": Row(view, view),
        f"{name}_add": Row(more, more),
        f"{name}_change": Row(view, change, by(name)),
        f"{name}_delete": Row(more, more, by(name)),
        f"{name}_history": Row(view, view, by(name)),
        path: Row(view, view, by(name)),
    }


TABLE: dict[str, Row] = {}
for _name in TEXTS:
    TABLE |= model_rows(_name, MEMBERS, WRITERS, EDITORS)
for _name in FACTS:
    TABLE |= model_rows(_name, MEMBERS, EDITORS, EDITORS)
for _name in READ_ONLY:
    TABLE |= model_rows(_name, MEMBERS, NOBODY, NOBODY)
TABLE |= model_rows("assets_mediafile", MEMBERS, EDITORS, EDITORS)
TABLE |= model_rows("desk_erasure", OWNERS, NOBODY, NOBODY)
TABLE |= model_rows("editorial_auditentry", OWNERS, NOBODY, NOBODY)
# It only leads to the form.
TABLE["admin/desk/erasure/<path:object_id>/"] = Row(MEMBERS, MEMBERS, by("desk_erasure"))
TABLE["admin/editorial/auditentry/<path:object_id>/"] = Row(
    MEMBERS, MEMBERS, by("editorial_auditentry")
)
TABLE["desk_audit_export"] = Row(OWNERS, NOBODY)
# There is one profile, and it is there.
TABLE["pages_profile_add"] = Row(NOBODY, NOBODY)

# --- our own pages -------------------------------------------------------------------------------

TABLE |= {
    "index": Row(MEMBERS, MEMBERS),
    "app_list": Row(MEMBERS, MEMBERS, lambda world: {"app_label": "films"}),
    "jsi18n": Row(MEMBERS, NOBODY),
    "autocomplete": Row(
        MEMBERS, NOBODY, query="?app_label=films&model_name=credit&field_name=person&term=a"
    ),
    # No model has one address on the site, and the last one is of nothing: 404.
    "view_on_site": Row(
        NOBODY,
        NOBODY,
        lambda world: {"content_type_id": world["content_type"], "object_id": world["films_film"]},
    ),
    "admin/(?P<url>.*)$": Row(NOBODY, NOBODY),
    "desk_language": Row(NOBODY, MEMBERS),
    # members
    "desk_accept_invitation": Row(EVERYBODY, EVERYBODY, by("token", "token")),
    "editorial_membership_changelist": Row(OWNERS, NOBODY),
    "editorial_membership_add": Row(OWNERS, OWNERS),
    "editorial_membership_change": Row(OWNERS, OWNERS, by("account", "pk")),
    "desk_remove_member": Row(OWNERS, OWNERS, by("account", "pk")),
    "desk_password_link": Row(NOBODY, OWNERS, by("account", "pk")),
    "desk_take_factors": Row(NOBODY, OWNERS, by("account", "pk")),
    "desk_renew_invitation": Row(NOBODY, OWNERS, by("invitation", "pk")),
    "desk_revoke_invitation": Row(NOBODY, OWNERS, by("invitation", "pk")),
    # lists of redirects
    "pages_redirect_import": Row(EDITORS, EDITORS),
    "pages_redirect_export": Row(MEMBERS, NOBODY),
    # data protection and imports
    "desk_erase_person": Row(OWNERS, OWNERS, by("people_person", "pk")),
    "desk_undo_import": Row(EDITORS, EDITORS, by("desk_importrun", "pk")),
    # the form: who else is here
    "editing": Row(NOBODY, MEMBERS, by("films_film", "record")),
    # publishing
    "*_publish": Row(WRITERS, WRITERS, of_model, by_language=True, reads_others=False),
    "*_scheduled": Row(WRITERS, WRITERS, of_model, by_language=True, reads_others=False),
    "*_withdraw": Row(EDITORS, EDITORS, of_model, by_language=True),
    # previews, and links to them
    "preview_all_links": Row(EDITORS, NOBODY),
    "editorial_sharelink_changelist": Row(EDITORS, NOBODY),
    "editorial_sharelink_add": Row(NOBODY, NOBODY),
    "preview_link_revoke": Row(NOBODY, EDITORS, by("link", "pk")),
    "preview": Row(MEMBERS, NOBODY, by("film_uuid", "uuid")),
    "preview_page": Row(MEMBERS, NOBODY, by("film_uuid", "uuid")),
    "preview_links": Row(EDITORS, EDITORS, by("film_uuid", "uuid")),
    "press_links": Row(EDITORS, EDITORS, of_film),
    # history
    "*_compare": Row(MEMBERS, NOBODY, of_model),
    "*_restore": Row(EDITORS, EDITORS, of_revision),
    "*_name_revision": Row(NOBODY, EDITORS, of_revision),
    # the bin
    "desk_bin": Row(MEMBERS, NOBODY),
    "desk_bin_restore": Row(NOBODY, EDITORS, by("binned", "record_id")),
    "desk_bin_purge": Row(OWNERS, OWNERS, by("binned", "record_id")),
    # the manual
    "manual": Row(MEMBERS, NOBODY),
    "manual_chapter": Row(MEMBERS, NOBODY, lambda world: {"slug": "film"}),
    "manual_picture": Row(MEMBERS, NOBODY, lambda world: {"language": "en", "name": "desk"}),
    # the start page: a failed job is tried again
    "desk_retry_job": Row(NOBODY, EDITORS, by("failed_job", "job")),
    # data to take along
    "data_out": Row(EDITORS, NOBODY),
    "data_out_table": Row(
        EDITORS, NOBODY, query="?table=credits&films=all&language=en&format=csv"
    ),
    "data_out_site": Row(EDITORS, NOBODY),
    # searching the desk
    "desk_search": Row(MEMBERS, NOBODY),
    "desk_search_suggest": Row(MEMBERS, NOBODY),
    "desk_used": Row(
        MEMBERS, NOBODY, lambda world: {"room": "people_person", "pk": world["people_person"]}
    ),
    # pictures of a film
    "films_trailer_frame": Row(EDITORS, EDITORS, by("films_trailer", "trailer_id")),
    "films_film_stills": Row(MEMBERS, NOBODY, of_film),
    "films_film_stills_*": Row(NOBODY, EDITORS, of_film),
    "films_film_still": Row(MEMBERS, WRITERS, of_still),
    "films_film_still_file": Row(NOBODY, EDITORS, of_still),
    # merging; without a name it leads back to the list
    "people_person_merge": Row(EDITORS, EDITORS),
    "people_company_merge": Row(EDITORS, EDITORS),
    "people_unmerge": Row(EDITORS, EDITORS, by("merging", "pk")),
    # likely doubles
    "doubles": Row(MEMBERS, NOBODY),
    "doubles_apart": Row(MEMBERS, NOBODY),
    "doubles_note_apart": Row(NOBODY, EDITORS),
    "doubles_forget_apart": Row(NOBODY, EDITORS, by("apart", "pair_id")),
    # credits of a film
    "films_film_credits": Row(MEMBERS, NOBODY, of_film),
    "films_film_credits_names": Row(EDITORS, NOBODY, of_film),
    "films_film_credit_new": Row(EDITORS, EDITORS, of_film),
    "films_film_credits_paste": Row(EDITORS, EDITORS, of_film),
    "films_film_credits_act": Row(
        NOBODY, EDITORS, of_film, data=lambda world: {"up": world["credit_uuid"]}
    ),
    "films_film_credits_*": Row(NOBODY, EDITORS, of_film),
    "films_film_credit": Row(WRITERS, WRITERS, of_credit),
    # the microsite of a film
    "microsite_desk": Row(MEMBERS, NOBODY, of_film),
    "microsite_desk_page_new": Row(EDITORS, EDITORS, of_film),
    "microsite_desk_row": Row(
        WRITERS, WRITERS, lambda world: of_block(world) | {"table": "blocks"}
    ),
    "microsite_desk_entries": Row(MEMBERS, NOBODY, of_block),
    "microsite_desk_entry_new": Row(EDITORS, EDITORS, of_block),
    "microsite_desk_paste": Row(EDITORS, EDITORS, of_block),
    "microsite_desk_pictures": Row(
        EDITORS, EDITORS, lambda world: of_film(world) | {"uuid": world["gallery_uuid"]}
    ),
    "microsite_desk_start": Row(NOBODY, EDITORS, of_film),
    "microsite_desk_act": Row(NOBODY, EDITORS, of_film),
    "microsite_desk_undo": Row(NOBODY, EDITORS, of_film),
    "microsite_desk_block_new": Row(NOBODY, EDITORS, of_film),
    "microsite_desk_look": Row(MEMBERS, EDITORS, of_film),
    "microsite_desk_look_try": Row(EDITORS, NOBODY, of_film),
    "microsite_desk_look_letters": Row(MEMBERS, NOBODY, of_film),
    "microsite_desk_domain": Row(MEMBERS, EDITORS, of_film),
    "microsite_desk_archive": Row(MEMBERS, EDITORS, of_film),
    "microsite_desk_archive_*": Row(NOBODY, EDITORS, of_film),
    # press kits of a film, and of several; who writes builds them in the languages he or she has
    "press_kits": Row(MEMBERS, WRITERS, of_film),
    "press_kits_list": Row(MEMBERS, NOBODY, of_film),
    "press_kits_several": Row(WRITERS, WRITERS),
    "press_kits_several_list": Row(WRITERS, NOBODY),
    "press_data_sheet": Row(MEMBERS, NOBODY, lambda world: of_film(world) | {"language": "de"}),
    "press_data_sheet_file": Row(
        MEMBERS, NOBODY, lambda world: of_film(world) | {"language": "de", "kind": "csv"}
    ),
    "press_kit_download": Row(MEMBERS, NOBODY, of_kit),
    "press_kit_again": Row(NOBODY, WRITERS, of_kit),
    "press_kit_remove": Row(NOBODY, WRITERS, of_kit),
    # sources of a film: who only looks or translates reads them
    "film_sources": Row(MEMBERS, NOBODY, of_film),
    "film_points": Row(MEMBERS, NOBODY, of_film),
    "film_point_marks": Row(MEMBERS, NOBODY, of_film),
    "film_point_panel": Row(MEMBERS, NOBODY, of_film),
    "point_decide": Row(NOBODY, EDITORS, of_film),
    "open_points": Row(MEMBERS, NOBODY),
    "source_new": Row(EDITORS, EDITORS, of_film),
    "source_table_new": Row(EDITORS, EDITORS, of_film),
    "source_table": Row(EDITORS, EDITORS, of_source),
    "source_read": Row(MEMBERS, EDITORS, of_source),
    "source_edit": Row(EDITORS, EDITORS, of_source),
    "source_delete": Row(EDITORS, EDITORS, of_source),
    "source_naming": Row(NOBODY, EDITORS, of_source),
    "intake_undo": Row(
        NOBODY, EDITORS, lambda world: of_film(world) | {"intake_id": world["intake"]}
    ),
    # people, companies, films: two into one, one into two
    "*_merge": Row(EDITORS, EDITORS),
    "films_film_duplicate": Row(EDITORS, EDITORS, of_model),
    # translations
    "translations": Row(MEMBERS, NOBODY),
    "translations_vocabulary": Row(MEMBERS, WRITERS, by_language=True),
    "translations_record": Row(MEMBERS, WRITERS, by("film_uuid", "uuid"), by_language=True),
    "translations_export": Row(WRITERS, NOBODY, query="?language=de"),
    "translations_import": Row(WRITERS, WRITERS),
}  # fmt: skip
