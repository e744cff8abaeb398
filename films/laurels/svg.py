"""A laurel as SVG: real text, two branches, a name for screen readers."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from editorial.xml_text import fit_for_xml
from films.laurels.branches import Leaf, make_leaves, make_stems
from films.laurels.layout import HEIGHT, WIDTH, Line, set_lines
from films.laurels.wording import Laurel

FAMILY = "'Source Serif 4', Georgia, 'Times New Roman', serif"
# Two fixed colours to take away; on the page a laurel has the colour of its text.
INKS = {"dark": "#14161c", "light": "#f6f4ef"}


def draw_svg(laurel: Laurel, language: str, title: str, ink: str = "") -> SafeString:
    """Return the drawing, in the colour around it or in one of `INKS`.

    `title` names it, with the film, as no more than a name can say.
    """
    name = f"laurel-{laurel.uuid}"
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="laurel__drawing" viewBox="0 0 {} {}"'
        ' role="img" aria-labelledby="{}" lang="{}" fill="{}" font-family="{}"'
        ' text-anchor="middle"><title id="{}">{}</title><desc>{}</desc>{}{}</svg>',
        WIDTH,
        HEIGHT,
        name,
        language,
        INKS.get(ink, "currentColor"),
        FAMILY,
        name,
        fit_for_xml(title),
        fit_for_xml(laurel.spoken),
        _branches(),
        format_html_join("", "{}", ((_text(line),) for line in set_lines(laurel))),
    )


def _text(line: Line) -> SafeString:
    language = format_html(' lang="{}"', line.language) if line.language else ""
    return format_html(
        '<text x="{}" y="{}" font-size="{}"{}>{}</text>',
        WIDTH // 2,
        line.y,
        line.size,
        language,
        fit_for_xml(line.text),
    )


def _branches() -> SafeString:
    leaves = "".join(_path(leaf) for leaf in make_leaves())
    stems = "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in stem) + "Z" for stem in make_stems()
    )
    return mark_safe(f'<path d="{leaves}{stems}"/>')


def _path(leaf: Leaf) -> str:
    (x, y), (tip_x, tip_y) = leaf.base, leaf.tip
    (a, b), (c, d) = leaf.left, leaf.right
    return f"M{x} {y}Q{a} {b} {tip_x} {tip_y}Q{c} {d} {x} {y}Z"
