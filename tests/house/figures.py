"""Prints how large the house is: ``python -m tests.house.figures``."""

import sys

from tests.house import tree


def percentile(values: list[int], share: float) -> int:
    """The value that ``share`` of all values do not exceed.

    >>> percentile([1, 2, 3, 4], 0.5)
    2
    """
    return sorted(values)[max(0, -int(-share * len(values) // 1) - 1)]


def main() -> None:
    """One line on modules, one on functions."""
    modules = tree.under("legalkit", suffix=".py")
    lengths = sorted((len(tree.source(path).splitlines()), tree.name(path)) for path in modules)
    functions = [function for path in modules for function in tree.functions(path)]
    longest = max(functions, key=lambda function: function.lines)
    sys.stdout.write(f"{len(modules)} modules, {sum(lines for lines, _ in lengths)} lines, largest {lengths[-1]}\n")
    sys.stdout.write(
        f"{len(functions)} functions, 95 % within {percentile([f.lines for f in functions], 0.95)} lines, "
        f"longest {longest.lines} ({longest.place})\n"
    )


if __name__ == "__main__":
    main()
