"""Runs both sides in turn on each task and seed, and prints how they compare."""
import argparse
import json
import multiprocessing
import subprocess
from pathlib import Path

import numpy as np

import peer
import tasks

CACHE = Path(__file__).parent.parent / ".cache" / "tuning-regret.jsonl"
SAMPLERS = ["auto", "tpe", "optuna-random", "optuna-tpe", "optuna-tpe-group", "optuna-gp"]
USUAL = ["sphere", "ellipsoid", "rastrigin", "rosenbrock", "attractive-sector", "step-ellipsoid", "weierstrass",
         "schaffers", "gallagher-101", "lunacek"]
QUICK = ["rosenbrock", "schaffers", "step-ellipsoid"]
CHECKPOINTS = (25, 50, 100)
RESAMPLES = 2000


class Plumbline:
    """A process that asks and is told over its standard streams."""

    def __init__(self, classpath):
        command = ["java", "-Xmx1g", "-XX:+UseSerialGC", "-cp", classpath, "dev.plumbline.tune.bench.RegretMain"]
        self.process = subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def say(self, *words):
        print(*words, file=self.process.stdin, flush=True)

    def run(self, task, sampler, seed, trials):
        self.say("study", sampler, seed, *[p.words() for p in task.parameters])
        values = []
        for _ in range(trials):
            self.say("ask")
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit(f"Plumbline's side ended on {task.name} with {sampler}; see its message above")
            point = {p.name: {"float": float, "int": int, "categorical": str}[p.kind](word)
                     for p, word in zip(task.parameters, line.split())}
            values.append(task.value(point))
            self.say("tell", repr(values[-1]))
        return values


def measure(job):
    """All samplers in turn on one task from one seed."""
    name, d, seed, samplers, trials, classpath = job
    task = tasks.task(name, d, seed)
    ours = None
    rows = []
    for sampler in samplers:
        if sampler.startswith("optuna-"):
            values = peer.run(task, sampler, seed, trials)
        else:
            ours = ours or Plumbline(classpath)
            values = ours.run(task, sampler, seed, trials)
        rows.append({"task": name, "d": d, "seed": seed, "sampler": sampler, "values": values})
    if ours:
        ours.process.stdin.close()
        ours.process.wait()
    return rows


def key(row):
    return row["task"], row["d"], row["seed"], row["sampler"]


def collect(arguments, pairs, samplers, trials):
    known = {}
    if CACHE.exists():
        for line in CACHE.read_text().splitlines():
            row = json.loads(line)
            if len(row["values"]) >= trials and not (arguments.anew and key(row)[:2] in pairs):
                known[key(row)] = row["values"]
    jobs = []
    for seed in range(1, arguments.seeds + 1):
        for name, d in pairs:
            missing = [s for s in samplers if (name, d, seed, s) not in known]
            if missing:
                jobs.append((name, d, seed, missing, trials, arguments.classpath))
    CACHE.parent.mkdir(exist_ok=True)
    with multiprocessing.get_context("spawn").Pool(arguments.jobs) as pool, open(CACHE, "a") as cache:
        for done, rows in enumerate(pool.imap_unordered(measure, jobs), 1):
            for row in rows:
                known[key(row)] = row["values"]
                print(json.dumps(row), file=cache, flush=True)
            print(f"{done} of {len(jobs)}: {rows[0]['task']} d={rows[0]['d']} seed {rows[0]['seed']}", flush=True)
    return known


def interval(differences):
    """Of the mean, by the bootstrap over pairs: 95 %."""
    rng = np.random.default_rng(0)
    draws = rng.choice(differences, (RESAMPLES, len(differences))).mean(1)
    return np.percentile(draws, [2.5, 97.5])


def table(known, pairs, samplers, trials, seeds):
    groups = {}
    for name, d in pairs:
        for seed in range(1, seeds + 1):
            task = tasks.task(name, d, seed)
            regrets = {s: task.regret(known[name, d, seed, s][:trials]) for s in samplers}
            groups.setdefault(task.group, []).append(regrets)
    ours = [s for s in samplers if not s.startswith("optuna-")]
    theirs = [s for s in samplers if s.startswith("optuna-")]
    print("\nMean normalized regret (0: the best there is, 1: the median of the space); ratio of", ours[0] if ours else "-",
          "to Optuna's best sampler in that row, the difference and its paired 95 % interval")
    print(f"{'group':8} {'trials':>6} {'pairs':>5} " + " ".join(f"{s:>16}" for s in samplers) + "   ratio  difference")
    for group, rows in groups.items():
        for n in [c for c in CHECKPOINTS if c <= trials]:
            at = {s: np.array([r[s][n - 1] for r in rows]) for s in samplers}
            line = f"{group:8} {n:6} {len(rows):5} " + " ".join(f"{at[s].mean():16.4f}" for s in samplers)
            if ours and theirs:
                best = min(theirs, key=lambda s: at[s].mean())
                difference = at[ours[0]] - at[best]
                low, high = interval(difference)
                line += (f"   {at[ours[0]].mean() / max(at[best].mean(), 1e-12):5.2f}  "
                         f"{difference.mean():+.4f} [{low:+.4f}, {high:+.4f}] to {best}")
            print(line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--classpath", required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--anew", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seeds", type=int)
    parser.add_argument("--only", type=lambda text: text.split(","))
    parser.add_argument("--dimensions", type=lambda text: [int(d) for d in text.split(",")], help="0: the tables")
    parser.add_argument("--samplers", type=lambda text: text.split(","), default=SAMPLERS)
    arguments = parser.parse_args()
    arguments.seeds = arguments.seeds or (2 if arguments.quick else 10)
    trials = 50 if arguments.quick else 100
    only = arguments.only or (QUICK + ["wine", "digits"] if arguments.quick else
                              None if arguments.all else USUAL + tasks.TABLES)
    pairs = tasks.pairs(only, arguments.dimensions or ([2, 5, 0] if arguments.quick else [*tasks.DIMENSIONS, 0]))
    known = collect(arguments, pairs, arguments.samplers, trials)
    table(known, pairs, arguments.samplers, trials, arguments.seeds)


if __name__ == "__main__":
    main()
