"""History: when each plan was published here, and what changed since, read from git.

One ``git log`` call serves all plans; the words of old versions are fetched by one
``git cat-file --batch``. Nothing is read lazily and nothing is written.
"""

from danbiet.history.read import NO_GIT, SHALLOW, Version, Versions, read, versions

__all__ = ["NO_GIT", "SHALLOW", "Version", "Versions", "read", "versions"]
