"""``python -m roadmap_compiler`` is the command ``roadmap``."""

import sys

from roadmap_compiler.commands.main import main

sys.exit(main())
