"""What stops a command at the edge of the machine, told in Vietnamese."""

from __future__ import annotations

import errno

from danbiet.issues import Issue

_WHY = {
    errno.EACCES: "không có quyền ghi hoặc đọc ở đây",
    errno.EPERM: "không có quyền ghi hoặc đọc ở đây",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOENT: "không có thư mục hoặc tệp này, và không tạo được",
    errno.EEXIST: "chỗ này là một tệp, không phải thư mục",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENAMETOOLONG: "tên quá dài",
}


class BuildError(Exception):
    """The site was not built; the message is Vietnamese and ready to be shown."""

    def __init__(self, message: str, issues: tuple[Issue, ...] = ()) -> None:
        super().__init__(message)
        self.issues = issues


class DayError(ValueError):
    """A day that the machine's settings name is none; the message is Vietnamese and ready to be shown."""


def of_system(error: OSError, place: object) -> BuildError:
    """What the system refused, where and why; ``place`` is named where the system names none."""
    why = _WHY.get(error.errno or 0, f"hệ thống không cho làm (lỗi số {error.errno})")
    return BuildError(
        f"{error.filename or place}: {why}. Kiểm tra lại đường dẫn và quyền, hoặc chọn thư mục khác"
    )
