"""Citations: read a text as a careful clerk would and say which instruments it names."""

from danbiet.cite.find import find

__all__ = ["find"]
