"""Citations: read a text as a careful clerk would and say which instruments it names.

The steps of reading are the files, in this order: ``normalise`` (a tidied copy with the map back),
``find`` (walks over the type words), ``forms/`` (one form of citation a file), and what forms read
with: ``gaps`` ("số"), ``codes`` and ``symbols`` (numbers and notations), ``names`` (laws), ``tails``
(``dates``, ``issuers``, ``places``), ``provisions``; then ``exclusions``, ``issuers_before`` and ``sharing``.
Words are data: data/*.yml, each with real examples. ``score`` measures against gold.

To add a form: a file in forms/ with ``read(reading, anchor)``, its line in ``find.FORMS``, and a
golden file of the same name in tests/golden/cite/. To add a law, type, symbol or issuer: data/.
"""

from danbiet.cite.find import find

__all__ = ["find"]
