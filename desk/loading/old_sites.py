"""An old site that came with a film's folder: what is wrong with it, where it stood before."""

from django.utils.translation import gettext as _

from assets.sites import AcceptedSite, open_archive
from desk.importing.objects import ParsedFilm
from microsites.archive.findings import examine
from microsites.archive.former import find_former
from microsites.archive.reporting import summarise
from pages.models import Redirect
from pages.redirecting.listing import Line
from pages.redirecting.loading import make_plan


def tell_site(film: ParsedFilm, accepted: AcceptedSite) -> list[str]:
    """Make the redirects that the old pages ask for, and return the report, one line each.

    Call it inside a change. Redirects that are there already stay as they are.
    """
    report = summarise(examine(accepted.sha256))
    text = _("Old site taken in (files: %(count)d). Report: %(report)s.")
    lines = [text % {"count": accepted.count, "report": report}]
    slugs = dict.fromkeys(film.languages, film.slug)
    rules = find_former(open_archive(accepted.sha256), slugs)
    plan = make_plan([Line(number, rule) for number, rule in enumerate(rules, 1)], [])
    for rule in plan.new:
        # One by one: only so do they go again when the import is undone.
        Redirect.objects.create(
            old_path=rule.old_path, is_prefix=rule.is_prefix, new_path=rule.new_path
        )
    made = _("Redirect made: %(old)s/… → %(new)s…")
    return lines + [made % {"old": rule.old_path, "new": rule.new_path} for rule in plan.new]
