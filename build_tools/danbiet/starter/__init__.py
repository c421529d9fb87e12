"""A ward's own repository: only its plans, its registers and a few pages; the software stays a package."""

from danbiet.starter.plan import blank_plan
from danbiet.starter.site import Answers, site_files

__all__ = ["Answers", "blank_plan", "site_files"]
