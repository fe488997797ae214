"""What is tuned: BBOB functions in four dimensions, and the tables of really trained networks."""
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

from functions import BOUND, FUNCTIONS, Function

HERE = Path(__file__).parent
DIMENSIONS = (2, 5, 10, 20)
TABLES = ["wine", "breast-cancer", "diabetes", "vowels", "digits"]
ORDERED = ("learning_rate", "weight_decay", "width", "depth", "batch")  # the tables' other two are categorical


@dataclass
class Parameter:
    name: str
    kind: str  # float | int | categorical
    low: float = 0
    high: float = 1
    choices: tuple = ()

    def words(self):
        """As RegretMain reads it."""
        span = ",".join(self.choices) if self.kind == "categorical" else f"{self.low}:{self.high}"
        return f"{self.kind}:{self.name}:{span}"


@dataclass
class Task:
    name: str
    group: str
    parameters: list
    value: Callable  # of {name: value}
    best: float
    median: float  # of the space

    def regret(self, values):
        """0 at the best value there is, 1 at the median of the space."""
        return (np.minimum.accumulate(values) - self.best) / (self.median - self.best)


def bbob(name, d, instance):
    function = Function(name, d, instance)
    rng = np.random.default_rng(12345)
    median = float(np.median([function(rng.uniform(-BOUND, BOUND, d)) for _ in range(1001)]))
    parameters = [Parameter(f"x{k}", "float", -BOUND, BOUND) for k in range(d)]
    return Task(f"{name}-{d}", f"bbob-{d}", parameters, lambda p: function([p[f"x{k}"] for k in range(d)]), 0.0, median)


def table(name):
    from make_tables import GRID

    errors = np.load(HERE / "tables" / f"{name}.npz")["error"].astype(float)
    parameters = [Parameter(k, "int", 0, len(v) - 1) if k in ORDERED else Parameter(k, "categorical", choices=tuple(v))
                  for k, v in GRID.items()]

    def value(p):
        return float(errors[tuple(p[k] if k in ORDERED else v.index(p[k]) for k, v in GRID.items())])

    return Task(name, "tables", parameters, value, float(errors.min()), float(np.median(errors)))


def pairs(only, dimensions):
    """(name, d) of the tasks, tables with d = 0; `only` names some of them."""
    every = [(name, d) for d in dimensions for name in (FUNCTIONS if d else TABLES)]
    return [(name, d) for name, d in every if not only or name in only]


def task(name, d, seed):
    return bbob(name, d, seed) if d else table(name)
