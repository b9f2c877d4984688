"""`python -m tests.chaos`: as `make chaos`."""

import sys

from tests.chaos.run import main

if __name__ == "__main__":
    sys.exit(main())
