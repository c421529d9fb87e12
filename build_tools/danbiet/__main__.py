"""``python -m danbiet``."""

from danbiet.cli import main

main()
