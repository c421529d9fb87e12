"""An office's file (.docx, .pdf with text, .txt, .md) → the draft of a plan in Markdown."""

from danbiet.draft.compose import compose, slug_for
from danbiet.draft.read import NO_YEAR, read
from danbiet.draft.record import Draft

__all__ = ["NO_YEAR", "Draft", "compose", "read", "slug_for"]
