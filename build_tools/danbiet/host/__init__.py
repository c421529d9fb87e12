"""The only room that knows MkDocs: it turns pages and files into a built site.

``plugin`` is what MkDocs and ProperDocs load; ``build`` and ``serve`` are what the commands call.
Nothing is thought out here: a hook makes one call to a pure function and hands the result on.
"""

from danbiet.host.build import BuildError, Built, build, serve
from danbiet.host.project import Project, find_project, today_in_vietnam

__all__ = ["BuildError", "Built", "Project", "build", "find_project", "serve", "today_in_vietnam"]
