"""What ``import cpts_model`` costs beyond ``import attrs``, each measured in fresh processes, turn by turn."""

import statistics
import subprocess
import sys

STATEMENTS = {
    "import attrs": "import attrs",
    "import cpts_model": "import cpts_model",
    "import attrs, cpts_model": "import attrs, cpts_model",
    "from cpts_model import CPTS": "from cpts_model import CPTS",
    "from cpts_model import CPTS, LAW, assess": "from cpts_model import CPTS, LAW, assess",
}
TIMED = "import time; start = time.perf_counter(); {}; print((time.perf_counter() - start) * 1000)"


def main(rounds: int = 15) -> None:
    """Print the median of each, in milliseconds."""
    costs: dict[str, list[float]] = {name: [] for name in STATEMENTS}
    for _ in range(rounds):
        for name, statement in STATEMENTS.items():
            done = subprocess.run(
                [sys.executable, "-c", TIMED.format(statement)], capture_output=True, text=True, check=True
            )
            costs[name].append(float(done.stdout))
    base = statistics.median(costs["import attrs"])
    print(f"{'':45}{'ms':>8}{'more than attrs':>18}")
    for name, found in costs.items():
        median = statistics.median(found)
        print(f"{name:45}{median:8.1f}{median - base:+18.1f}")


if __name__ == "__main__":
    main()
