"""A plan's file → what it states: front matter, and the blocks of its body."""

from danbiet.parse.blocks import read_blocks
from danbiet.parse.opening import body_start

__all__ = ["body_start", "read_blocks"]
