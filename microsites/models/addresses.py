"""Where else a film is to be found: its own domain, and the old site that was made by hand."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import OwnRow
from microsites.hosts.names import check_host, to_ascii, to_readable

# Labels of letters, digits and inner hyphens, at most 63 (RFC 1123); two labels at least, the last
# one no number. In lower case; names with umlauts in their ASCII form (RFC 5890).
HOST = RegexValidator(
    r"^(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+"
    r"(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\Z",
    _("A host name such as www.night-ferry.film, without https:// and without a path."),
)


class Domain(OwnRow):
    """A host that shows nothing but this film's microsite. It holds as soon as it is saved."""

    owner_path = "film"
    film = models.OneToOneField(
        "films.Film", models.CASCADE, related_name="domain", verbose_name=_("film"),
        help_text=_("The film it belongs to."),
    )  # fmt: skip
    host = models.CharField(
        _("host"), max_length=253, unique=True, validators=[HOST],
        error_messages={"unique": _("This host belongs to another film.")},
        help_text=_("E.g. www.night-ferry.film. Its DNS entry must lead to this server."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("own domain")
        verbose_name_plural = _("own domains")

    def __str__(self):
        return to_readable(self.host)

    def clean_fields(self, exclude=None):
        self.host = to_ascii(self.host)
        super().clean_fields(exclude)

    def clean(self):
        super().clean()
        check_host(self.host)


class ArchivedSite(OwnRow):
    """An old site of the film, kept as it was; `file` is the archive in our own order."""

    owner_path = "film"
    film = models.OneToOneField(
        "films.Film", models.CASCADE, related_name="archived_site", verbose_name=_("film"),
        help_text=_("The film it belongs to."),
    )  # fmt: skip
    file = models.ForeignKey(
        "assets.MediaFile", models.PROTECT, related_name="archived_sites",
        verbose_name=_("archive"), help_text=_("A ZIP of the old site."),
    )  # fmt: skip
    adds_viewport = models.BooleanField(
        _("fit pages to phones"), default=True,
        help_text=_("Pages without a viewport get one; nothing else is changed."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("archived site")
        verbose_name_plural = _("archived sites")

    def __str__(self):
        return str(self.file)
