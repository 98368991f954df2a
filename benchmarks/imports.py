"""Draws the imports of the house as text, layer by layer, and names what breaks its plan.

Prints for each room the rooms that it imports; then imports between rooms that do not point
down by the layers of ``pyproject.toml``, circles of modules outside packages named ``models``,
the numbers of modules, files that are too long, and imports inside functions. Exit status 1
where the plan is broken; imports inside functions are only counted.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
APPS = ("claims", "verification", "config")
# How many modules may lie directly in a folder, its door included.
MOST_MODULES = {"claims": 13, "verification": 8, "claims/extraction": 14}
MOST_LINES = 450


def main() -> int:
    sys.path.insert(0, str(ROOT))
    graph = grimp.build_graph(*APPS, exclude_type_checking_imports=True, cache_dir=None)
    up = [arrow for parent, levels in layers().items() for arrow in draw(graph, parent, levels)]
    circles = [circle for circle in circles_of(graph) if not _in_models(circle)]
    long = dict(too_long())
    crowded = {folder: count for folder, count in modules() if count > MOST_MODULES[folder]}
    inside = list(imports_in_functions())
    print(f"arrows up or across: {up or 'none'}")
    print(f"circles outside models: {circles or 'none'}")
    print("modules:", ", ".join(f"{count} in {folder}" for folder, count in modules()))
    print(f"files over {MOST_LINES} lines: {long or 'none'}")
    print(f"imports inside functions: {len(inside)}", *inside, sep="\n  ")
    return 1 if up or circles or long or crowded else 0


def layers() -> dict[str, list[list[str]]]:
    """For each package with layers, its rooms, the upper layers first."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    return {
        parent: [layer.split(" | ") for layer in contract["layers"]]
        for contract in told["contracts"]
        for parent in contract.get("containers", [])
    }


def draw(graph: grimp.ImportGraph, parent: str, levels: list[list[str]]) -> list[str]:
    """Print each room of the parent with the rooms beside it that it imports.

    Returns the imports that do not point down: "models → queue".
    """
    rooms = {name.rpartition(".")[2] for name in graph.find_children(parent)}
    unlayered = sorted(rooms.difference(*levels))
    level = {room: number for number, layer in enumerate(levels) for room in layer}
    wrong = []
    print(parent)
    for layer in filter(None, (*levels, unlayered)):
        print("  outside the layers" if layer is unlayered else f"  {'-' * 18}")
        for room in layer:
            targets = sorted(_imported_rooms(graph, parent, room))
            print(f"  {room:18} → {', '.join(targets) or '–'}")
            wrong += [
                f"{parent}: {room} → {target}"
                for target in targets
                if room in level and target in level and level[target] <= level[room]
            ]
    print()
    return wrong


def _imported_rooms(graph: grimp.ImportGraph, parent: str, room: str) -> set[str]:
    """The other rooms of the parent that some module of the room imports."""
    package = f"{parent}.{room}"
    return {
        imported.removeprefix(f"{parent}.").partition(".")[0]
        for module in (package, *graph.find_descendants(package))
        for imported in graph.find_modules_directly_imported_by(module)
        if imported.startswith(f"{parent}.")
    } - {room}


def circles_of(graph: grimp.ImportGraph) -> list[list[str]]:
    """The strongly connected modules, by Tarjan (1972), each circle in order of its names."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        stack.append(module)
        for imported in sorted(graph.find_modules_directly_imported_by(module)):
            if imported not in number:
                visit(imported)
                lowest[module] = min(lowest[module], lowest[imported])
            elif imported in stack:
                lowest[module] = min(lowest[module], number[imported])
        if lowest[module] == number[module]:
            at = stack.index(module)
            found.append(sorted(stack[at:]))
            del stack[at:]

    for module in sorted(graph.modules):
        if module not in number:
            visit(module)
    return [circle for circle in found if len(circle) > 1]


def _in_models(circle: list[str]) -> bool:
    """Does the whole circle lie in one package named models?"""
    packages = {module.split(".models")[0] for module in circle}
    return len(packages) == 1 and all(".models" in module for module in circle)


def modules() -> Iterator[tuple[str, int]]:
    for folder in MOST_MODULES:
        yield folder, len(list((ROOT / folder).glob("*.py")))


def sources() -> Iterator[Path]:
    for folder in (*APPS, "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not {"migrations", "lexicon"} & set(path.parts) and path.name != "lexicon.py":
                yield path


def too_long() -> Iterator[tuple[str, int]]:
    for path in sources():
        if (lines := len(path.read_text().splitlines())) > MOST_LINES:
            yield str(path.relative_to(ROOT)), lines


def imports_in_functions() -> Iterator[str]:
    for path in sources():
        for function in ast.walk(ast.parse(path.read_text())):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Import | ast.ImportFrom):
                        yield f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node)}"


if __name__ == "__main__":
    sys.exit(main())
