"""Small faults put into the claims core one at a time, in forked processes, to see whether a test notices.

A mutant changes one comparison, boolean, number, sign or return inside a function. Its code replaces that of the live
function, so that all who imported it run the fault. mutmut and cosmic-ray rewrite files and start an interpreter for
each mutant, which takes seconds; this takes a fraction of one.
"""

import ast
import contextlib
import gc
import importlib
import inspect
import os
import resource
import signal
import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
_MEMORY = 4 << 30


@dataclass(frozen=True)
class Mutant:
    """A fault: the module, the number of the place in it that is changed (none: -1), its line, and the change."""

    module: str
    number: int
    line: int = 0
    what: str = "unchanged"

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.what}"


def mutants(module: str) -> list[Mutant]:
    """Give every mutant of a module."""
    points = _points(_tree(module))
    return [Mutant(module, number, line, what) for number, (line, what, _) in enumerate(points)]


def file_of(module: str) -> str:
    """Give the file of a module."""
    return inspect.getfile(importlib.import_module(module))


def _tree(module: str) -> ast.Module:
    return ast.parse(Path(file_of(module)).read_text(encoding="utf-8"))


def _points(tree: ast.Module) -> Iterator[tuple[int, str, Callable[[], None]]]:
    """Give each place of a function body where something can be changed, and what changes it."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                for node in ast.walk(statement):
                    for what, change in _changes(node):
                        yield getattr(node, "lineno", function.lineno), what, change


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[], None]]]:
    if isinstance(node, ast.Compare):
        new = _SWAPS[type(node.ops[0])]()
        assert isinstance(new, ast.cmpop)
        yield f"{_name(node.ops[0])} -> {_name(new)}", lambda: node.ops.__setitem__(0, new)
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in _SWAPS:
        other = _SWAPS[type(node.op)]()
        yield f"{_name(node.op)} -> {_name(other)}", lambda: setattr(node, "op", other)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not removed", lambda: _to_bool(node)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        value = (not node.value) if isinstance(node.value, bool) else node.value + 1
        yield f"{node.value} -> {value}", lambda: setattr(node, "value", value)
    elif isinstance(node, ast.Return) and node.value is not None and not _is_plain(node.value):
        yield "return None", lambda: setattr(node, "value", ast.Constant(None))


def _to_bool(node: ast.UnaryOp) -> None:
    """Make "not x" the truth of x."""
    node.op = ast.Not()
    node.operand = ast.UnaryOp(ast.Not(), node.operand)


def _is_plain(node: ast.expr) -> bool:
    """Say whether a value is None, True or False, which have no other fault than being turned."""
    return isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, bool))


def _name(node: ast.AST) -> str:
    return type(node).__name__


def apply(mutant: Mutant) -> None:
    """Put a mutant's code into the live functions of its module."""
    live = importlib.import_module(mutant.module)
    tree = _tree(mutant.module)
    for number, (_, _, change) in enumerate(_points(tree)):
        if number == mutant.number:
            change()
            break
    codes = dict(_codes(compile(ast.fix_missing_locations(tree), inspect.getfile(live), "exec")))
    for function in _functions(live):
        code = codes.get(function.__code__.co_qualname)
        if code is not None and code.co_freevars == function.__code__.co_freevars:
            function.__code__ = code


def _codes(code: types.CodeType) -> Iterator[tuple[str, types.CodeType]]:
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield constant.co_qualname, constant
            yield from _codes(constant)


def _functions(live: types.ModuleType) -> Iterator[types.FunctionType]:
    for value in vars(live).values():
        plain = inspect.unwrap(value) if callable(value) else value
        if isinstance(plain, types.FunctionType) and plain.__module__ == live.__name__:
            yield plain
        elif isinstance(plain, type) and plain.__module__ == live.__name__:
            for member in vars(plain).values():
                inner = member.fget if isinstance(member, property) else member
                if isinstance(inner, types.FunctionType):
                    yield inner


def limited(seconds: float) -> None:
    """End this process if it takes more processor time than that from now on: a busy machine is no fault."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def survivors(found: list[Mutant], notices: Callable[[Mutant], bool]) -> list[Mutant]:
    """Give the mutants that `notices` does not see; it runs with the fault in place, in a process of its own.

    A process that ends in any other way, or takes too long or too much, has seen its fault.
    """
    workers = len(os.sched_getaffinity(0))
    gc.collect()
    gc.freeze()  # what is shared with the processes is not copied to be swept
    left = list(reversed(found))
    running: dict[int, Mutant] = {}
    alive: list[Mutant] = []
    while left or running:
        while left and len(running) < workers:
            mutant = left.pop()
            running[_started(mutant, notices)] = mutant
        pid, status = os.wait()
        mutant = running.pop(pid, None)  # another child of the test run
        if mutant is not None and os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
            alive.append(mutant)
            tried = len(found) - len(left) - len(running)
            print(f"  {tried} tried, {len(alive)} not noticed: {mutant}", flush=True)
    return alive


def _started(mutant: Mutant, notices: Callable[[Mutant], bool]) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 1
    with contextlib.suppress(BaseException):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        sys.setrecursionlimit(2000)
        apply(mutant)
        code = 1 if notices(mutant) else 0
    os._exit(code)
