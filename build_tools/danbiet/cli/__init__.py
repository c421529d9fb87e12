"""The commands. Each is thin: it reads arguments, calls one function, prints, and sets the exit code.

Exit codes: 0 done; 1 findings that are errors, or a build that stopped; 2 a wrong call or a file
that cannot be read.
"""

from danbiet.cli.group import main

__all__ = ["main"]
