"""The look of a film's microsite, as data."""

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import OwnRow
from microsites.choices import BackgroundMode, Layout, Navigation, Width

COLOUR = RegexValidator(r"^#[0-9a-f]{6}\Z", _("A colour as # and six digits, e.g. #1a2b3c."))


class Theme(OwnRow):
    """Colours, letters and layout. Contrast is checked on save (`microsites.theming`).

    Empty colours and fonts are those of the ready theme `house`.
    """

    owner_path = "film"
    film = models.OneToOneField(
        "films.Film",
        models.CASCADE,
        related_name="microsite_theme",
        verbose_name=_("film"),
        help_text=_("The film it belongs to."),
    )
    background_colour = models.CharField(
        _("background"), max_length=7, blank=True, validators=[COLOUR],
        help_text=_("Behind everything, also while a picture loads."),
    )  # fmt: skip
    background_image = models.ForeignKey(
        "assets.Image", models.PROTECT, null=True, blank=True, related_name="themes",
        verbose_name=_("background picture"), help_text=_("Empty: colour alone."),
    )  # fmt: skip
    background_mode = models.CharField(
        _("background picture lies"), max_length=5, choices=BackgroundMode.choices,
        default=BackgroundMode.COVER, help_text=_("How the picture behaves when one scrolls."),
    )  # fmt: skip
    surface_colour = models.CharField(
        _("surface"), max_length=7, blank=True, validators=[COLOUR],
        help_text=_("Under the texts."),
    )  # fmt: skip
    surface_opacity = models.PositiveSmallIntegerField(
        _("opacity of the surface in percent"), default=100, validators=[MaxValueValidator(100)],
        help_text=_("100 hides the background, 0 shows it whole."),
    )  # fmt: skip
    text_colour = models.CharField(
        _("text"), max_length=7, blank=True, validators=[COLOUR], help_text=_("Running text."),
    )  # fmt: skip
    heading_colour = models.CharField(
        _("headings"), max_length=7, blank=True, validators=[COLOUR], help_text=_("Headings."),
    )  # fmt: skip
    link_colour = models.CharField(
        _("links"), max_length=7, blank=True, validators=[COLOUR], help_text=_("Links in texts."),
    )  # fmt: skip
    accent_colour = models.CharField(
        _("accent"), max_length=7, blank=True, validators=[COLOUR],
        help_text=_("Buttons, numbers and lines."),
    )  # fmt: skip
    heading_font = models.CharField(
        _("font of headings"), max_length=30, blank=True, help_text=_("For headings and menu."),
    )  # fmt: skip
    body_font = models.CharField(
        _("font of texts"), max_length=30, blank=True, help_text=_("For everything else."),
    )  # fmt: skip
    navigation = models.CharField(
        _("menu"), max_length=4, choices=Navigation.choices, default=Navigation.BAR,
        help_text=_("On phones it is always at the top."),
    )  # fmt: skip
    layout = models.CharField(
        _("layout"), max_length=8, choices=Layout.choices, default=Layout.COLUMN,
        help_text=_("How the parts of a page stand."),
    )  # fmt: skip
    width = models.CharField(
        _("width"), max_length=6, choices=Width.choices, default=Width.MEDIUM,
        help_text=_("Of the content on large screens."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("look of the microsite")
        verbose_name_plural = _("looks of microsites")

    def __str__(self):
        return str(_("Look"))

    @classmethod
    def find_mistakes(cls, values):
        # What checks a theme needs the models of pictures, which load after these.
        from microsites.theming.checking import find_mistakes

        return find_mistakes(values)
