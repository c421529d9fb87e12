#!/usr/bin/env python3
"""Deterministic generator of plan-like Vietnamese Markdown files (load tests).

    python make_corpus.py OUT --n 1000 [--bytes 15000] [--seeds DIR] [--seed 1] [--plain]

Writes OUT/<year>/<unit>-NNNNN.md (and, with --plain, OUT/index.md).  File i depends
only on (--seed, i, --bytes, --noise, the seeds), so a corpus of 300 is a prefix of
one of 1000.  Paragraphs of the seed plans are reflowed, shuffled and
re-numbered; unit names, dates and instrument numbers are varied so that the
vocabulary (and so the search index) grows with N; --noise swaps words so that
gzip finds no more repetition than in real plans.  Text is synthetic: not for
publication.  Standard library only.
"""

import argparse
import random
import re
import unicodedata
from pathlib import Path

MARK = re.compile(r"^\s*(?:[-+•*]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVX]{1,4}\.\s|\*\*)")
HEAD2 = re.compile(r"^\**[IVX]{1,4}\.\s+(.{5,110}?)\**$")
HEAD3 = re.compile(r"^\**\d{1,2}\.\s+(.{5,110}?)\**$")
CITE = re.compile(r"\b\d{1,4}/\d{4}/[A-ZĐ\-]+\d*")
NUMBER = re.compile(r"(?<=số )\d{1,4}(?=[-/])")
DATE = re.compile(r"\b\d{1,2}/\d{1,2}/20\d\d\b")
NAMES = r"Thanh Miện|Vĩnh Linh|Hạ Long|Đức Phổ|(?<!Hồ )Chí Minh|Quảng Ninh|Hải Dương"
WORD = re.compile(r"(?<=\s)[a-zà-ỹđ]{2,7}(?=\s)")
SYLL = (  # noqa: SIM905
    "An Bình Cẩm Châu Diên Đại Đông Đức Giang Hà Hải Hòa Hồng Hưng Khánh Kim Lạc Lâm Long Lộc "
    "Minh Mỹ Nam Nghĩa Ngọc Phong Phú Phước Quang Sơn Tân Tây Thạch Thanh Thắng Thịnh Thuận "
    "Tiên Trung Trường Tú Vạn Vân Việt Vĩnh Xuân Yên"
).split()
KINDS = ["xã", "phường", "thị trấn", "đặc khu"]
PROVINCES = ["Hải Dương", "Quảng Trị", "Quảng Ninh", "Quảng Ngãi", "Đắk Lắk", "Lâm Đồng", "Nghệ An", "Cà Mau"]
WHO = [
    "Văn phòng HĐND và UBND",
    "Công chức Tư pháp - Hộ tịch",
    "Công an xã",
    "Mặt trận Tổ quốc",
    "Trạm Y tế",
    "Trường Tiểu học",
    "Công chức Văn hóa - Xã hội",
    "Trưởng các thôn",
    "Hội Phụ nữ",
]
FIXED = [
    ("Luật", "10/2022/QH15", "Luật Thực hiện dân chủ ở cơ sở"),
    ("Nghị định", "59/2023/NĐ-CP", "quy định chi tiết Luật Thực hiện dân chủ ở cơ sở"),
]


def fold(text):
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def reflow(text):
    """Join hard-wrapped lines into paragraphs."""
    paras, cur = [], ""
    for line in text.splitlines():
        line = re.sub(r"\s+", " ", line).strip()
        if not line:
            continue
        if cur and (MARK.match(line) or (re.search(r"[.;:/]$", cur) and line[:1].isupper())):
            paras.append(cur)
            cur = line
        else:
            cur = f"{cur} {line}".strip()
    return [*paras, cur]


def load(seed_dir):
    prose, bullets, h3 = [], [], []
    for path in sorted(Path(seed_dir).glob("*.txt")):
        for p in reflow(unicodedata.normalize("NFC", path.read_text("utf-8"))):
            if HEAD2.match(p):
                continue
            if (m := HEAD3.match(p)) and not p.endswith((".", ";")):
                h3.append(m[1])
            elif len(p) > 80 and "KẾ HOẠCH" not in p[:20]:
                body = re.sub(r"[*_#|<>]", "", re.sub(MARK, "", p)).strip()
                (bullets if p.startswith(("-", "+")) else prose).append(body)
    vocab = WORD.findall(" ".join(prose + bullets))
    return prose, bullets, sorted(set(h3)), vocab


def instruments(rng, m=200):
    out = list(FIXED)
    for _ in range(m):
        kind, tail = rng.choice(
            [
                ("Nghị định", "NĐ-CP"),
                ("Thông tư", "TT-BNV"),
                ("Quyết định", "QĐ-TTg"),
                ("Quyết định", "QĐ-UBND"),
                ("Nghị quyết", "NQ-HĐND"),
            ]
        )
        out.append(
            (
                kind,
                f"{rng.randint(1, 180)}/{rng.randint(2015, 2025)}/{tail}",
                "về " + rng.choice(SYLL).lower(),
            )
        )
    return out


def plan(i, seed, size, noise, pools, insts, plain=False):
    prose, bullets, h3, vocab = pools
    rng = random.Random(f"{seed}:{i}")
    kind, _ = rng.choice(KINDS), rng.choice(PROVINCES)
    place = " ".join(rng.sample(SYLL, 2))
    year, month, num = rng.randint(2023, 2026), rng.randint(1, 12), rng.randint(1, 420)
    issued = f"{year}-{month:02d}-{rng.randint(1, 28):02d}"
    cited = [insts[0]] + ([insts[1]] if rng.random() < 0.5 else []) + rng.sample(insts[2:], rng.randint(2, 6))

    def vary(p):
        p = re.sub(NAMES, place, p)
        p = CITE.sub(lambda m: rng.choice(cited)[1], p)
        p = NUMBER.sub(lambda m: str(rng.randint(1, 400)), p)
        p = DATE.sub(lambda m: f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{year}", p)
        return WORD.sub(lambda m: rng.choice(vocab) if rng.random() < noise else m[0], p)

    unit = f"{kind} {place}"
    title = f"Kế hoạch thực hiện dân chủ ở cơ sở năm {year} của UBND {unit}"
    duties = rng.sample(WHO, rng.randint(3, 7))
    if plain:
        fm = ["---", f'title: "{title}"', "---", ""]
    else:
        fm = (
            [
                "---",
                f'trích yếu: "{title.removeprefix("Kế hoạch ")}"',
                f'số ký hiệu: "{num}/KH-UBND"',
                f'cơ quan ban hành: "UBND {unit}"',
                f"ngày ban hành: {issued}",
                f"địa danh: {place}",
                f"năm: {year}",
                "người ký: {quyền hạn ký: TM. ỦY BAN NHÂN DÂN, chức vụ: Chủ tịch, họ tên: Nguyễn Văn Mẫu}",
                "nơi nhận:",
            ]
            + [f'  - "{w}"' for w in duties]
            + ["---", ""]
        )
    out = ([f"# {title}", ""] if plain else []) + ["Căn cứ:", ""]
    out += [f"- {c[0]} số {c[1]} {c[2]};" for c in cited] + [""]
    parts = ["Mục đích, yêu cầu", "Nội dung thực hiện", "Giải pháp", "Tổ chức thực hiện"]
    used = set()
    done = sum(len(x.encode()) + 1 for x in fm + out)
    for k, part in enumerate(parts, 1):
        out += [f"## {'I' * k if k < 4 else 'IV'}. {part}", ""]
        n = 0
        while done < (size - 1700) * k / len(parts):
            n += 1
            head = rng.choice(h3)
            while head in used and len(used) < len(h3):
                head = rng.choice(h3)
            used.add(head)
            block = [f"### {n}. {head}", "", vary(rng.choice(prose)), ""]
            block += [f"- {vary(b)}" for b in rng.sample(bullets, rng.randint(0, 3))] + [""]
            done += sum(len(x.encode()) + 1 for x in block)
            out += block
    for n, w in enumerate(duties, 1):
        out += [f"### {n}. {w}", ""]
        for b in rng.sample(bullets, min(2, len(bullets))):
            duty = vary(b).rstrip(".;")
            day, month = rng.randint(1, 28), rng.randint(1, 12)
            out += [f"- {duty}, báo cáo UBND {unit} trước ngày {day:02d}/{month:02d}/{year}."]
        out += [""]
    path = f"{year}/{fold(unit)}-{i:05d}.md"
    return path, "\n".join(fm + out) + "\n"


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("out", type=Path)
    ap.add_argument("--n", type=int, default=300)
    ap.add_argument("--bytes", type=int, default=15000)
    ap.add_argument("--seeds", default=str(Path(__file__).parents[1] / "plans" / "originals"))
    ap.add_argument("--seed", default="1")
    ap.add_argument("--noise", type=float, default=0.2, help="share of words swapped for others")
    ap.add_argument(
        "--plain", action="store_true", help="front matter with a title alone, for other generators"
    )
    a = ap.parse_args()
    pools, insts = load(a.seeds), instruments(random.Random(a.seed))
    total = 0
    for i in range(a.n):
        rel, text = plan(i, a.seed, a.bytes, a.noise, pools, insts, a.plain)
        f = a.out / rel
        f.parent.mkdir(parents=True, exist_ok=True)
        f.write_text(text, encoding="utf-8")
        total += len(text.encode())
    if a.plain:
        (a.out / "index.md").write_text(f"# Kế hoạch\n\n{a.n} kế hoạch.\n", encoding="utf-8")
    print(f"{a.n} files, {total / max(a.n, 1) / 1000:.1f} kB mean, {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
