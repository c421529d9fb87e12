"""The theme: one base template, pages, papers, and components whose files share a name."""
