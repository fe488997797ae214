"""Writes the small copies of the examples' data that the command carries for `fails-on-benchmark`: benchmarks.py.

A line an example: the class, then its numbers. Reads the files of the example folders, which prepare.py makes.
"""
import csv
import gzip
from pathlib import Path

import numpy as np

EXAMPLES = Path(__file__).resolve().parent.parent
OUT = EXAMPLES.parent / "plumbline-core/src/main/resources/dev/plumbline/benchmark"


def table(folder, most):
    with open(EXAMPLES / folder / "train.csv", newline="") as file:
        rows = list(csv.reader(file))[1:]
    classes = sorted({row[-1] for row in rows})
    return [(classes.index(row[-1]), [float(v) for v in row[:-1]]) for row in rows[:most]]


def vowels():
    arrays = np.load(EXAMPLES / "vowels" / "train.npz")
    # every second step: 15 of 29
    return [(int(y) - 1, np.round(x[::2].ravel(), 2).tolist()) for x, y in zip(arrays["x"], arrays["y"])]


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for name, rows in (("digits", table("digits", 800)), ("breast-cancer", table("breast-cancer", 455)),
                       ("wine", table("wine", 142)), ("vowels", vowels())):
        text = "".join(",".join([str(y)] + [f"{v:g}" for v in x]) + "\n" for y, x in rows)
        with gzip.GzipFile(OUT / (name + ".csv.gz"), "wb", mtime=0) as out:
            out.write(text.encode())
        print(name, len(rows))


main()
