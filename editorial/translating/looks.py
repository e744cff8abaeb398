"""What the states of texts are called, for the cockpit and for forms alike."""

from django.utils.translation import gettext_lazy as _

from editorial.translating.states import Look

LOOKS = {
    Look.MISSING: _("missing"),
    Look.OUTDATED: _("outdated"),
    Look.SAME: _("same as source"),
    Look.REVIEWED: _("reviewed"),
    Look.TRANSLATED: _("translated"),
}
# A sign beside the word, so that nothing depends on colours.
SIGNS = {
    Look.MISSING: "–",
    Look.OUTDATED: "↻",
    Look.SAME: "=",
    Look.REVIEWED: "✓✓",
    Look.TRANSLATED: "✓",
}
EXPLANATIONS = {
    Look.MISSING: _("There is no text in this language yet."),
    Look.OUTDATED: _("The source has changed since this was translated."),
    Look.SAME: _("The text is the same in both languages. Confirm it if that is meant."),
    Look.REVIEWED: _("Somebody has confirmed that it is still correct."),
    Look.TRANSLATED: _("It fits today's source."),
}
# What a human says by confirming a text that looks like this.
CONFIRMING = {
    Look.OUTDATED: _("Still correct"),
    Look.SAME: _("Meant to be the same"),
    Look.TRANSLATED: _("Mark as reviewed"),
}
