"""The whole, from a folder: these are the only modules that know the order of the stages.

None of the stages knows another. Today's date and the root come in as arguments; findings go out in
``Site.issues``.
"""

from danbiet.site.assembling import assemble, read_files
from danbiet.site.loading import kept_files, load, load_register, unreadable
from danbiet.site.reading import (
    Reading,
    Text,
    body_of,
    cite_text,
    look_up,
    read_file,
    read_text,
    read_words,
)

__all__ = [
    "Reading",
    "Text",
    "assemble",
    "body_of",
    "cite_text",
    "kept_files",
    "load",
    "load_register",
    "look_up",
    "read_file",
    "read_files",
    "read_text",
    "read_words",
    "unreadable",
]
