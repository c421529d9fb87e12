"""The forms a citation takes, one a file: add a file here, a golden file of its name, and a line in find.py."""
