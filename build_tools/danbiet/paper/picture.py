"""The picture that Zalo and others show for a shared address: whose plan, which plan, how many tasks.

1200 × 630 pixels, the size that Open Graph readers expect.
"""

from __future__ import annotations

import io
from functools import cache

from font_source_serif_pro import SourceSerifProBold, SourceSerifProSemibold
from PIL import Image, ImageDraw, ImageFont

from danbiet import words
from danbiet.model import Plan, Site

WIDTH, HEIGHT, MARGIN = 1200, 630, 80
_PAPER, _INK, _SEAL, _GREY = 0, 1, 2, 3
_PALETTE = (0xFB, 0xF8, 0xF1, 0x1C, 0x1A, 0x17, 0xA3, 0x1D, 0x1D, 0x5A, 0x55, 0x4C)


def picture(plan: Plan, site: Site) -> bytes:
    """A PNG for one plan; the same bytes for the same plan."""
    image = Image.new("P", (WIDTH, HEIGHT), _PAPER)
    image.putpalette(_PALETTE)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 24), fill=_SEAL)
    draw.text((MARGIN, 84), site.issuer_of(plan.key), font=_font(bold=False, size=40), fill=_SEAL)
    title, size = _fitted(words.plan_title(plan))
    draw.multiline_text((MARGIN, 160), title, font=_font(bold=True, size=size), fill=_INK, spacing=size // 4)
    tasks = len(site.obligations.get(plan.key, ()))
    foot = f"{tasks} việc: ai làm, đến khi nào" if tasks else "Toàn văn và các văn bản được viện dẫn"
    draw.text((MARGIN, HEIGHT - 110), foot, font=_font(bold=False, size=36), fill=_GREY)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=False)
    return out.getvalue()


def _fitted(title: str) -> tuple[str, int]:
    """The title broken into lines, in the largest size whose lines fit; cut where none does."""
    for size, most in ((64, 4), (52, 5), (44, 6)):
        lines = _lines(title, size)
        if len(lines) <= most:
            return "\n".join(lines), size
    return "\n".join([*lines[:5], f"{lines[5].rsplit(' ', 1)[0]} …"]), 44


def _lines(text: str, size: int) -> list[str]:
    font, lines = _font(bold=True, size=size), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(*, bold: bool, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(SourceSerifProBold if bold else SourceSerifProSemibold, size)
