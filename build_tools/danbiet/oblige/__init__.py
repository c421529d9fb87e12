"""Blocks of a plan's body → the duties it gives, to whom, by when, reported where."""

from danbiet.oblige.identity import identify, obligation_id
from danbiet.oblige.reading import read

__all__ = ["identify", "obligation_id", "read"]
