"""ZIPs of old sites, uploaded on the desk's page as an editor uploads them."""

from django.test import Client
from django.urls import reverse

from assets.models import MediaFile
from editorial.publishing import publish
from microsites.models import ArchivedSite
from tests.bad_input.doors import Upload, editor, names_in
from tests.bad_input.manifest import Case


def try_site(case: Case) -> str:
    """Give a film an old site; return what went wrong, or ''."""
    from tests.factories import FilmFactory

    film = FilmFactory(key=case.id)
    url = reverse("microsite_desk_archive", args=[film.pk])
    before = names_in("")
    response = editor().post(url, {"upload": Upload(case), "version": ""})
    site = ArchivedSite.objects.filter(film=film).first()
    if response.status_code != case.expect.get("status", response.status_code):
        return f"status {response.status_code}, expected {case.expect['status']}"
    if case.must_be_stored != (site is not None):
        return "stored" if site else "not stored"
    if site is None:
        return _look_at_refusal(response, before)
    publish(film.record, "en")
    return _look_at_site(case, f"/en/{film.slug_en}/site/", url)


def _look_at_refusal(response, before: set[str]) -> str:
    if names_in("") != before:
        return f"files left behind: {sorted(names_in('') - before)}"
    if MediaFile.objects.filter(kind=MediaFile.Kind.SITE, archived_sites=None).exists():
        return "a row was left behind"
    form = response.context["form"]
    if form["adds_viewport"].value() is not False:
        return "the box that was left empty is ticked"
    return "" if form.errors.get("upload") else "no field error"


def _look_at_site(case: Case, address: str, page: str) -> str:
    shown = Client().get(address)
    if shown.status_code != 200:
        return f"the site answers {shown.status_code}"
    policy = shown.headers["Content-Security-Policy"]
    wanted = ("sandbox allow-scripts", "form-action 'none'", "frame-ancestors 'none'")
    missing = [rule for rule in wanted if rule not in policy]
    if missing or "allow-same-origin" in policy or "allow-forms" in policy:
        return f"the policy is {policy}"
    if "charset=utf-8 forced" in case.how and "charset" in shown.headers["Content-Type"]:
        return f"served as {shown.headers['Content-Type']}"
    desk = editor().get(page).content.decode()
    return "the archive's remark is shown" if "alert('corpus')" in desk else ""
