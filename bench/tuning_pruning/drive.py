"""Replays studies on recorded learning curves, each pruner's from the same order of configurations as the study without."""
import argparse
import gzip
import math
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import peer

CURVES = Path(__file__).parent / "curves"
CHOSEN_ON = ("diabetes", "breast-cancer", "wine")  # the default's rule was chosen on these; the others were looked at afterwards
OURS = ["default", "median", "percentile-25", "asha", "asha-pausing", "hyperband", "patient-median"]
THEIRS = ["optuna-median", "optuna-percentile-25", "optuna-halving", "optuna-hyperband", "optuna-patient-median"]
RESAMPLES = 2000


@dataclass
class Curve:
    validation: float
    test: float
    planned: int
    scores: list


def load(example):
    with gzip.open(CURVES / f"{example}.csv.gz", "rt") as file:
        maximize = next(file).startswith("maximize")
        curves = []
        for line in file:
            _, _, validation, test, planned, _, scores = line.rstrip("\n").split(",")
            curves.append(Curve(float(validation), float(test), int(planned), [float(s) for s in scores.split()]))
    return maximize, curves


def plumbline(classpath, example, studies):
    """Epochs and best configuration of each study, (pruner, order) in a line."""
    lines = "".join(f"{pruner} {' '.join(map(str, order))}\n" for pruner, order in studies)
    command = ["java", "-Xmx1g", "-XX:+UseSerialGC", "-cp", classpath, "dev.plumbline.tune.bench.PruningMain",
               str(CURVES / f"{example}.csv.gz")]
    done = subprocess.run(command, input=lines, text=True, stdout=subprocess.PIPE, check=True)
    return [tuple(map(int, line.split())) for line in done.stdout.splitlines()]


def study(maximize, curves, order, spent, best):
    """What is compared, as losses."""
    sign = -1 if maximize else 1
    chosen = curves[best] if best >= 0 else None
    return {
        "epochs": spent,
        "loss": sign * chosen.validation if chosen else math.inf,
        "test": sign * chosen.test if chosen else math.inf,
        "trials": order.index(best) + 1 if chosen else math.inf,
    }


def measure(arguments, example):
    maximize, curves = load(example)
    trials = arguments.trials or 2 * len(curves) // 3
    orders = [[int(i) for i in np.random.default_rng(seed).permutation(len(curves))[:trials]]
              for seed in range(1, arguments.seeds + 1)]
    ours = [p for p in arguments.pruners if not p.startswith("optuna-")]
    asked = [(p, order) for p in ["none", *ours] for order in orders]
    results = {}
    for (p, order), (spent, best) in zip(asked, plumbline(arguments.classpath, example, asked)):
        results.setdefault(p, []).append(study(maximize, curves, order, spent, best))
    for p in arguments.pruners:
        if p.startswith("optuna-"):
            results[p] = [study(maximize, curves, order, *peer.run(curves, maximize, p, order)) for order in orders]
    losses = [(-1 if maximize else 1) * c.validation for c in curves if not math.isnan(c.validation)]
    return results, float(np.percentile(losses, 90) - min(losses)), curves[0].planned, trials


def interval(differences):
    """Of the mean, by the bootstrap over studies: 95 %."""
    draws = np.random.default_rng(0).choice(differences, (RESAMPLES, len(differences))).mean(1)
    return np.percentile(draws, [2.5, 97.5])


def row(name, results, pruner, scale):
    """How a pruner's studies differ from those without, in the units of `scale` (one for each study)."""
    mine, none = results[pruner], results["none"]
    epochs = np.mean([m["epochs"] / n["epochs"] for m, n in zip(mine, none)])
    worse = np.array([(m["loss"] - n["loss"]) / s for m, n, s in zip(mine, none, scale)])
    test = np.array([(m["test"] - n["test"]) / s for m, n, s in zip(mine, none, scale)])
    if np.isinf(worse).any():
        print(f"{name:14} {pruner:22} {epochs:6.1%}   {int(np.isinf(worse).sum())} studies finished no trial")
        return
    low, high = interval(worse)
    print(f"{name:14} {pruner:22} {epochs:6.1%}  {worse.mean():+8.4f} [{low:+.4f}, {high:+.4f}]   {(worse <= 1e-9).mean():4.0%}"
          f"   {test.mean():+8.4f}   {np.mean([m['trials'] for m in mine]):5.1f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--classpath", required=True)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--trials", type=int, help="of a study; two thirds of the recorded curves by default")
    parser.add_argument("--only", type=lambda text: text.split(","))
    parser.add_argument("--pruners", type=lambda text: text.split(","), default=OURS + THEIRS)
    arguments = parser.parse_args()
    examples = arguments.only or sorted(path.name.split(".")[0] for path in CURVES.glob("*.csv.gz"))
    head = (f"{'':14} {'pruner':22} epochs     worse by [95 % interval]   same   on test   best at trial")
    groups = {"chosen on": [e for e in examples if e in CHOSEN_ON], "others": [e for e in examples if e not in CHOSEN_ON]}
    together = {group: ({}, []) for group in groups}
    print("Of each study: epochs as a share of those without pruning; by how much its best trial is worse than without, in the\n"
          "example's metric (per example) or in units of the worst tenth's distance from the best (groups); how\n"
          "often it is no worse; the same of the score on test; the number of the best trial")
    for example in examples:
        results, scale, planned, trials = measure(arguments, example)
        print(f"\n{example}: {arguments.seeds} studies of {trials} trials of up to {planned} epochs, "
              f"{np.mean([n['epochs'] for n in results['none']]):.0f} epochs without pruning; worst tenth to best {scale:.4g}\n{head}")
        for pruner in ["none", *arguments.pruners]:
            row(example, results, pruner, [1.0] * arguments.seeds)
        all_results, scales = together["chosen on" if example in CHOSEN_ON else "others"]
        scales.extend([scale] * arguments.seeds)
        for pruner, studies in results.items():
            all_results.setdefault(pruner, []).extend(studies)
    for group, (results, scales) in together.items():
        if results:
            print(f"\n{', '.join(groups[group])}\n{head}")
            for pruner in ["none", *arguments.pruners]:
                row(group, results, pruner, scales)


if __name__ == "__main__":
    main()
