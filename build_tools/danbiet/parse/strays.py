"""Files among the plans that are no plans: nobody would be told that they are not published."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from danbiet.issues import Issue
from danbiet.records.faults import Faults

RULE = "tep-khong-doc"
_TO_IMPORT = frozenset({".docx", ".doc", ".odt", ".rtf", ".pdf", ".txt", ".html", ".htm"})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown"})


def strays(paths: Iterable[str], originals: Collection[str], unread: Collection[str] = ()) -> list[Issue]:
    """A warning for each file that looks like a plan but is neither read nor the original of one that is.

    ``unread`` are the plans that could not be read: what lies beside them may be theirs.
    """
    issues: list[Issue] = []
    for path in paths:
        file = PurePosixPath(path)
        kind = file.suffix.lower()
        beside = str(file.with_suffix(".md"))
        if path in originals or beside in unread or kind not in _TO_IMPORT | _MARKDOWN:
            continue
        faults = Faults(path, "")
        remedy = (
            f"Đổi tên tệp thành {file.stem}.md"
            if kind in _MARKDOWN
            else f'Nếu là kế hoạch cần đăng, chạy: danbiet import "{path}". Nếu là bản gốc của một kế hoạch, '
            f"ghi “bản gốc: {file.name}” vào phần đầu của kế hoạch ấy. Không phải cả hai thì chuyển tệp đi nơi khác"
        )
        faults.warning(RULE, 0, file.name, "tệp này không được đăng: trang chỉ đọc tệp .md", remedy)
        issues += faults.issues
    return issues


def links(paths: Iterable[str]) -> list[Issue]:
    """An error for each symbolic link where a text or a folder should stand: what it leads to is not read."""
    issues: list[Issue] = []
    for path in paths:
        faults = Faults(path, "")
        faults.error(
            RULE,
            0,
            PurePosixPath(path).name,
            "đây là liên kết (symlink), có thể dẫn ra ngoài kho, nên không được đọc",
            "Chép chính tệp hoặc thư mục ấy vào đây thay cho liên kết",
        )
        issues += faults.issues
    return issues
