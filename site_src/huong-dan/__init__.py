"""The guides ship with the package as danbiet.guides, so that ``danbiet new site`` can hand them out."""
