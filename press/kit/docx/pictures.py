"""Pictures in the text and behind it, each with its alternative text."""

from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from PIL import Image as PillowImage

from press.kit.docx.letters import clean
from press.kit.docx.writing import Pen
from press.kit.pdf.colours import INK

# What Word for the desk cannot show becomes PNG, which keeps what shines through.
SHOWN = (".jpg", ".jpeg", ".png")
# EMU in a millimetre (ECMA-376-1, 20.1.10.16); thousandths of a percent.
EMU, WHOLE = 36000, 100_000
# Tells readers that look at it that a shape is an ornament.
ORNAMENT = """
<w:r {names}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice Requires="wps">
  <w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"
    behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
    <wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>
    <wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>
    <wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
    <wp:docPr id="9001" name="Ornament" descr=""><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">
      <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
    </a:ext></a:extLst></wp:docPr><wp:cNvGraphicFramePr/>
    <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
      <wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>
        <a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>
    </a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>
"""  # noqa: E501


def add_picture(
    pen: Pen,
    paragraph: Paragraph,
    picture: dict[str, Any],
    width: float,
    *,
    is_pale: bool = False,
) -> Any:
    """Add a picture so many millimetres wide to the words; return its inline element.

    One that is pale and cut out stands on dark ground: white on white nobody would see it.
    """
    height = width / picture["ratio"]
    file = _as_shown(picture["file"], pen.files[picture["file"]], is_pale)
    made = paragraph.add_run().add_picture(BytesIO(file), Mm(width), Mm(height))._inline
    name, alt = f"Picture {made.docPr.id}", clean(picture["alt"])
    for element in (made.docPr, made.find(f".//{qn('pic:cNvPr')}")):
        element.set("name", name)
        element.set("descr", alt)
    for side in "TBLR":  # without these LibreOffice keeps 3 mm free
        made.set(f"dist{side}", "0")
    return made


def crop(made: Any, picture: dict[str, Any], width: float, height: float) -> None:
    """Let the picture fill a field (millimetres); what matters in it stays in view."""
    ratio, field = picture["ratio"], width / height
    focal_x, focal_y = picture["focal"]
    sides = {"l": 0, "t": 0, "r": 0, "b": 0}
    if ratio > field:
        sides["l"], sides["r"] = _shares(field / ratio, focal_x)
    else:
        sides["t"], sides["b"] = _shares(ratio / field, focal_y)
    edges = " ".join(f'{side}="{share}"' for side, share in sides.items())
    fill = made.find(f".//{qn('pic:blipFill')}")
    fill.insert(1, parse_xml(f"<a:srcRect {nsdecls('a')} {edges}/>"))
    size = {"cx": str(round(width * EMU)), "cy": str(round(height * EMU))}
    for name in ("wp:extent", "a:ext"):
        for element in made.iter(qn(name)):
            if element.get("cx"):
                element.attrib.update(size)


def _shares(kept: float, focal: int) -> tuple[int, int]:
    """Return what is cut at both ends when this share of a side is kept around the focal point."""
    before = min(max(0.0, focal / 100 - kept / 2), 1 - kept)
    return round(before * WHOLE), round((1 - kept - before) * WHOLE)


def float_on_page(made: Any, top: float) -> None:
    """Take a picture out of the line, so many millimetres below the edge; text begins below it."""
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page">'
        f"<wp:posOffset>{round(top * EMU)}</wp:posOffset></wp:positionV>"
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/></wp:anchor>'
    )
    anchor.find(qn("wp:effectExtent")).addprevious(made.find(qn("wp:extent")))
    for name in ("wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"):
        anchor.append(made.find(qn(name)))
    made.getparent().replace(made, anchor)


def add_ornament(paragraph: Paragraph, colour: str, top: float, height: float) -> None:
    """Add a field of colour across the page, so many millimetres below its edge and high."""
    sizes = {"width": 210 * EMU, "height": round(height * EMU), "top": round(top * EMU)}
    names = nsdecls("w", "wp", "a")
    told = ORNAMENT.format(names=names, colour=colour.removeprefix("#"), **sizes)
    paragraph._p.append(parse_xml(told.strip()))


def _as_shown(name: str, content: bytes, is_pale: bool) -> bytes:
    if name.endswith(SHOWN) and not is_pale:
        return content
    with PillowImage.open(BytesIO(content)) as image:
        shown = image.convert("RGBA")
        if is_pale:
            ground = PillowImage.new("RGBA", shown.size, INK)
            ground.alpha_composite(shown)
            shown = ground.convert("RGB")
        shown.save(out := BytesIO(), "PNG")
    return out.getvalue()
