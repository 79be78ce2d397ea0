"""Faults put into the source of a rule: one small change of its syntax tree at a time."""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from scheduler.domain.clause import Clause
from scheduler.domain.value import Value
from scheduler.options import RuleOptions
from scheduler.rules import Rule

SOLVER, JUDGE = ("post", "price"), ("breaches", "charges", "against", "beside")
_OTHER = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}


@dataclass(frozen=True)
class Mutant:
    """A rule's module with one fault.

    ``line`` is the line of the source in which it is, ``change`` what was written and what is
    written instead; ``sides`` says whether the solver's reading uses it, the judge's, or both.
    """

    rule: str
    line: str
    change: str
    sides: frozenset[str]
    tree: ast.Module

    @property
    def words(self) -> tuple[str, str]:
        return self.line, self.change

    def shadow(self) -> Callable[[Clause, RuleOptions], Rule]:
        """Run the faulty source, and return what makes its rule of a clause and options."""
        name = f"constraints.{self.rule.replace('-', '_')}"
        module = ModuleType(name)
        exec(compile(self.tree, f"<{self.rule} with a fault>", "exec"), module.__dict__)
        wanted = _rule_class(import_module(name)).__name__
        return lambda clause, options: vars(module)[wanted](clause, _as_of(module, options))


def _as_of(module: ModuleType, said: Any) -> Any:
    """Let the values in options be of a faulty module, as far as their classes are written there."""
    if isinstance(said, tuple):
        return tuple(_as_of(module, one) for one in said)
    if not isinstance(said, Value):
        return said
    found = said.model_copy(update={name: _as_of(module, one) for name, one in said})
    if type(said).__module__ == module.__name__ and type(said).__qualname__ in vars(module):
        object.__setattr__(found, "__class__", vars(module)[type(said).__qualname__])
    return found


def _rule_class(module: ModuleType) -> type:
    return next(
        one
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == module.__name__ and hasattr(one, "KEPT")
    )


def _source(rule: str) -> str:
    file = import_module(f"constraints.{rule.replace('-', '_')}").__file__
    return Path(file).read_text(encoding="utf-8")


def unchanged(rule: str) -> Mutant:
    """Return a rule's module without any fault."""
    return Mutant(rule, "", "", frozenset(), ast.parse(_source(rule)))


def mutants_of(rule: str) -> Iterator[Mutant]:
    """Yield every fault of a rule's module, in the order of its source."""
    source = _source(rule)
    tree, lines = ast.parse(source), source.splitlines()
    sides = _sides(tree)
    nodes = list(ast.walk(tree))
    where = {id(node): number for number, node in enumerate(nodes)}
    for function in _functions(tree):
        for statement in function.body if sides[function.name] else ():
            for node in ast.walk(statement):
                for number, change in enumerate(_changes(node)):
                    other = deepcopy(tree)
                    twin = list(ast.walk(other))[where[id(node)]]
                    told = _apply(other, twin, number)
                    line = lines[node.lineno - 1].strip() if hasattr(node, "lineno") else change
                    yield Mutant(rule, line, told, sides[function.name], ast.fix_missing_locations(other))


def _functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """List the functions of a module and the methods of its rule; options check themselves."""
    holders = [tree, *(one for one in tree.body if isinstance(one, ast.ClassDef))]
    return [one for holder in holders for one in holder.body if isinstance(one, ast.FunctionDef)]


def _sides(tree: ast.Module) -> dict[str, frozenset[str]]:
    """Tell for each function which reading comes to it."""
    calls = {
        function.name: {
            name
            for node in ast.walk(function)
            for name in (getattr(node, "attr", None), getattr(node, "id", None))
            if name
        }
        for function in _functions(tree)
    }
    found: dict[str, set[str]] = {name: set() for name in calls}
    for side in (*SOLVER, *JUDGE):
        waiting = [side] if side in calls else []
        while waiting:
            name = waiting.pop()
            if side not in found[name]:
                found[name].add(side)
                waiting += [one for one in calls[name] if one in calls]
    readings = dict.fromkeys(SOLVER, "solver") | dict.fromkeys(JUDGE, "judge")
    return {name: frozenset(readings[side] for side in sides) for name, sides in found.items()}


def _changes(node: ast.AST) -> list[str]:
    """Name the changes that can be made to a node."""
    if isinstance(node, ast.Compare):
        return ["compare"] * sum(type(one) in _OTHER for one in node.ops)
    if isinstance(node, ast.comprehension):
        return ["filter"] * len(node.ifs)
    simple = {
        "operator": isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign) and type(node.op) in _OTHER,
        "operand": isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not),
        "constant": isinstance(node, ast.Constant) and isinstance(node.value, int),
        "test": isinstance(node, ast.If | ast.IfExp | ast.While),
        "statement": _can_go(node),
    }
    return [name for name, possible in simple.items() if possible]


def _can_go(node: ast.AST) -> bool:
    if isinstance(node, ast.Continue | ast.Break) or (isinstance(node, ast.Return) and node.value is None):
        return True
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom)


def _apply(tree: ast.Module, node: ast.AST, number: int) -> str:
    """Make one change, and say what it was."""
    before = ast.unparse(node)
    if isinstance(node, ast.Compare):
        places = [index for index, one in enumerate(node.ops) if type(one) in _OTHER]
        node.ops[places[number]] = _OTHER[type(node.ops[places[number]])]()
    elif isinstance(node, ast.BoolOp | ast.BinOp | ast.AugAssign):
        node.op = _OTHER[type(node.op)]()
    elif isinstance(node, ast.UnaryOp):
        _replace(tree, node, node.operand)
        return f"{before} -> {ast.unparse(node.operand)}"
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        before = ast.unparse(node.test)
        node.test = ast.UnaryOp(ast.Not(), node.test)
        return f"if {before} -> if not ({before})"
    elif isinstance(node, ast.comprehension):
        gone = node.ifs.pop(number)
        return f"no filter {ast.unparse(gone)}"
    else:
        _replace(tree, node, ast.Pass())
        return f"without {before}"
    return f"{before} -> {ast.unparse(node)}"


def _replace(tree: ast.Module, old: ast.AST, new: ast.AST) -> None:
    class Exchange(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return ast.copy_location(new, old) if node is old else self.generic_visit(node)

    Exchange().visit(tree)
