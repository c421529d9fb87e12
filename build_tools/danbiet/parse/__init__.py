"""A plan's file → what it states: front matter, and the blocks of its body."""

from danbiet.parse.blocks import read_blocks
from danbiet.parse.opening import body_start
from danbiet.parse.plan import doubles, read_plan, with_original
from danbiet.parse.strays import links, strays
from danbiet.parse.wrapped import heal

__all__ = ["body_start", "doubles", "heal", "links", "read_blocks", "read_plan", "strays", "with_original"]
