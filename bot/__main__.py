"""The command line."""

import argparse
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="himpun")
    parser.parse_args(arguments)
    return 2


if __name__ == "__main__":
    sys.exit(main())
