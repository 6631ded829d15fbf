"""``cpts-model`` and ``python -m cpts_model``: the command line, or what it needs."""

import sys


def main() -> None:
    """Run the command line; without its extra, say which one to install."""
    try:
        from cpts_model.cli import run
    except ModuleNotFoundError as absent:
        if absent.name is None or absent.name.split(".")[0] not in {"typer", "rich", "click"}:
            raise
        sys.exit("the command line needs an extra: pip install 'cpts-model[cli]'")
    run()


if __name__ == "__main__":
    main()
