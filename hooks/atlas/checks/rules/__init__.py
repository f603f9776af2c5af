"""What every record must keep, beyond its schema: a rule a function, named by one sentence.

Every module here is imported; `per_record` or `cross_record` marks its rules.
"""

from __future__ import annotations

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)
