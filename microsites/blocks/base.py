"""What a kind of block is: one class here, one template, one file of CSS."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.functional import Promise

from microsites.phases import Phase
from microsites.sheet.objects import BlockSheet, MicrositeSheet

Word = str | Promise


class BlockKind:
    """One kind of block. A module of this package with one subclass is all that a new kind needs,
    beside `templates/microsites/blocks/<key>.html` and `static/css/microsites/blocks/<key>.css`.

    `fields` and `entry_fields` name what the desk asks for (of `Block` and `Entry`; dates and
    phases are asked for always); `variants` the forms it has, the first being the usual one;
    `leads_in` the phases (`PhaseKey`) in which it moves below the top of the page.
    """

    key: ClassVar[str]
    label: ClassVar[Word]
    help: ClassVar[Word] = ""
    fields: ClassVar[tuple[str, ...]] = ("heading",)
    variants: ClassVar[tuple[tuple[str, Word], ...]] = ()
    entry_fields: ClassVar[tuple[str, ...]] = ()
    entries_label: ClassVar[Word] = ""
    # How many stand there at once, where the block asks for `amount`.
    usual_amount: ClassVar[int | None] = None
    leads_in: ClassVar[tuple[str, ...]] = ()
    # Needs no typing: it shows the film's record.
    is_from_record: ClassVar[bool] = False
    # Writes its own <section> and heading, such as the top of the page.
    has_own_frame: ClassVar[bool] = False

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        """Return the template's `data`; None if there is nothing to show."""
        return {}

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        """Return what stands above the block if the editor entered nothing; '' for nothing."""
        return ""

    def variant_of(self, block: BlockSheet) -> str:
        """Return the form that is shown: the one chosen, if the kind has it, else the usual."""
        known = [key for key, _label in self.variants]
        if block.variant in known:
            return block.variant
        return known[0] if known else ""

    def leads(self, block: BlockSheet, phase: Phase) -> bool:
        """Tell whether the block moves right below the top of the page in this phase."""
        return phase.key in self.leads_in

    @property
    def template(self) -> str:
        return f"microsites/blocks/{self.key}.html"

    @property
    def stylesheet(self) -> str:
        """The file's name below the static files."""
        return f"css/microsites/blocks/{self.key}.css"
