"""The only room that knows MkDocs: it turns pages and files into a built site.

``plugin`` is what MkDocs and ProperDocs load; ``build`` is what the commands call; ``project``
finds the repository without loading MkDocs. Nothing is thought out here: a hook makes one call
to a pure function and hands the result on.
"""
