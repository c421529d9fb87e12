"""Numbers and days that a digital signature wrote over a page are a part of its text."""

from __future__ import annotations

from danbiet.draft.pdf_margins import times
from danbiet.draft.pdf_page import PageContent, pages_of

BOX = "Nguoi ky: UBND phuong Mau 18.11.2024 07:25:14 +07:00"


def signed_page(*fields: tuple[str, str, int]) -> bytes:
    """A page that reads "So: ____ ngay ____ thang 11", with signature fields (text, rectangle, flags)."""
    annotations = " ".join(f"{6 + 2 * k} 0 R" for k in range(len(fields)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>"
        f"/Contents 4 0 R/Annots[{annotations}]>>",
        _stream("BT /F1 13 Tf 100 700 Td (So:               /TB-UBND ngay         thang 11) Tj ET"),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for k, (text, rect, flags) in enumerate(fields):
        objects.append(
            f"<</Type/Annot/Subtype/Widget/FT/Sig/Rect[{rect}]/F {flags}/AP<</N {7 + 2 * k} 0 R>>>>"
        )
        form = "/Type/XObject/Subtype/Form/BBox[0 0 60 20]/Resources<</Font<</F1 5 0 R>>>>"
        objects.append(_stream(f"BT /F1 13 Tf 2 0 Td ({text}) Tj ET", form))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode()


def _stream(content: str, entries: str = "") -> str:
    return f"<<{entries}/Length {len(content)}>>\nstream\n{content}\nendstream"


def read(*fields: tuple[str, str, int]) -> PageContent:
    return next(iter(pages_of(signed_page(*fields))))


def test_the_number_and_the_day_stand_in_their_blanks() -> None:
    page = read(("565", "128 698 188 718", 4), ("15", "278 698 338 718", 4))
    assert [row.text for row in page.rows] == ["So: 565 /TB-UBND ngay 15 thang 11"]
    assert page.signatures == ()


def test_a_signature_keeps_its_words_apart_and_tells_its_time() -> None:
    page = read((BOX, "128 398 188 418", 4))
    assert [row.text for row in page.rows] == ["So: /TB-UBND ngay thang 11"]
    assert [times(box) for box in page.signatures] == [["2024-11-18T07:25:14+07:00"]]


def test_a_hidden_field_says_nothing() -> None:
    page = read(("565", "128 698 188 718", 2))
    assert [row.text for row in page.rows] == ["So: /TB-UBND ngay thang 11"]
