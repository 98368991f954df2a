"""Draws the imports of the house as text, layer by layer, and names what breaks its plan.

Prints for each room the rooms that it imports; then circles of modules outside packages
named ``models``, the numbers of modules, files that are too long, and imports inside
functions. Exit status 1 where the plan is broken. Arrows up are import-linter's to refuse
(``pyproject.toml``).
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
APPS = ("claims", "verification", "config")
# How many modules may lie directly in a folder, its door included.
MOST_MODULES = {"claims": 12, "verification": 8, "claims/extraction": 14}
MOST_LINES = 450


def main() -> int:
    sys.path.insert(0, str(ROOT))
    graph = grimp.build_graph(*APPS, exclude_type_checking_imports=True, cache_dir=None)
    for parent in ("claims", "claims.extraction", "verification"):
        draw(graph, parent)
    circles = [circle for circle in circles_of(graph) if not _in_models(circle)]
    long = dict(too_long())
    crowded = {folder: count for folder, count in modules() if count > MOST_MODULES[folder]}
    inside = list(imports_in_functions())
    print(f"circles outside models: {circles or 'none'}")
    print("modules:", ", ".join(f"{count} in {folder}" for folder, count in modules()))
    print(f"files over {MOST_LINES} lines: {long or 'none'}")
    print(f"imports inside functions: {len(inside)}", *inside, sep="\n  ")
    return 1 if circles or long or crowded else 0


def draw(graph: grimp.ImportGraph, parent: str) -> None:
    """Each room of the parent with the rooms beside it that it imports."""
    print(parent)
    rooms = sorted(graph.find_children(parent))
    for room in rooms:
        inside = {room, *graph.find_descendants(room)}
        targets = {
            other
            for module in inside
            for imported in graph.find_modules_directly_imported_by(module)
            for other in rooms
            if other != room and (imported == other or imported.startswith(f"{other}."))
        }
        names = ", ".join(sorted(name.rpartition(".")[2] for name in targets))
        print(f"  {room.rpartition('.')[2]:18} → {names or '–'}")
    print()


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
