"""PyYAML's safe loader, by way of LibYAML where it was built in (ten times as fast)."""

from __future__ import annotations

import yaml

Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
