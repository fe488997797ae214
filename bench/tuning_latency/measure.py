"""Milliseconds for one ask and tell, Plumbline beside Optuna in turns; the median of the rounds."""

import argparse
import math
import random
import statistics
import subprocess
import sys
import time
import warnings

import optuna

warnings.filterwarnings("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)

SPACE = {
    "rate": optuna.distributions.FloatDistribution(1e-5, 1e-1, log=True),
    "dropout": optuna.distributions.FloatDistribution(0, 0.6),
    "decay": optuna.distributions.FloatDistribution(1e-6, 1e-2, log=True),
    "units": optuna.distributions.IntDistribution(16, 512, log=True),
    "layers": optuna.distributions.IntDistribution(1, 6),
    "optimizer": optuna.distributions.CategoricalDistribution(["sgd", "adam", "rmsprop"]),
    "batch": optuna.distributions.CategoricalDistribution([16, 32, 64, 128, 256]),
}

# sampler, trials, suggestions measured a round, milliseconds aimed at
CASES = [
    ("tpe", 100, 51, 0.3),
    ("tpe", 1000, 51, 2),
    ("tpe", 3000, 21, 6),
    ("tpe", 10000, 11, 20),
    ("gp", 100, 5, 60),
    ("gp", 500, 3, 500),
]


def loss(p):
    return (
        (math.log10(p["rate"]) + 3) ** 2
        + 0.2 * (math.log10(p["decay"]) + 4) ** 2
        + 0.3 * (math.log(p["units"]) - 5) ** 2
        + abs(p["dropout"] - 0.2)
        + 0.1 * abs(p["layers"] - 3)
        + 0.1 * abs(math.log(p["batch"]) - 4)
        + (0 if p["optimizer"] == "adam" else 0.3)
    )


def drawn(generator):
    log = lambda low, high: math.exp(generator.uniform(math.log(low), math.log(high)))
    return {
        "rate": log(1e-5, 1e-1),
        "dropout": generator.uniform(0, 0.6),
        "decay": log(1e-6, 1e-2),
        "units": round(log(16, 512)),
        "layers": generator.randint(1, 6),
        "optimizer": generator.choice(["sgd", "adam", "rmsprop"]),
        "batch": generator.choice([16, 32, 64, 128, 256]),
    }


def peer(sampler, trials, measured):
    made = optuna.samplers.GPSampler(seed=0) if sampler == "gp" else optuna.samplers.TPESampler(seed=0)
    study = optuna.create_study(sampler=made)
    generator = random.Random(0)
    for _ in range(trials):
        parameters = drawn(generator)
        study.add_trial(optuna.trial.create_trial(params=parameters, distributions=SPACE, value=loss(parameters)))
    times = []
    for _ in range(measured):
        begin = time.perf_counter()
        trial = study.ask(SPACE)
        study.tell(trial, loss(trial.params))
        times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times)


def ours(classpath, sampler, trials, measured):
    command = ["java", "-Xmx2g", "-XX:+UseSerialGC", "-cp", classpath, "dev.plumbline.tune.speed.TuningLatencyMain"]
    done = subprocess.run(
        command + [sampler, str(trials), str(measured)], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(done.stderr)
    return float(done.stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--classpath", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="one round, no Gaussian process, at most 3,000 trials")
    arguments = parser.parse_args()
    cases = [case for case in CASES if not arguments.quick or (case[0] == "tpe" and case[1] <= 3000)]
    rounds = 1 if arguments.quick else arguments.rounds
    figures = {case: ([], []) for case in cases}
    for turn in range(rounds):
        for case in cases:
            sampler, trials, measured, _ = case
            print(f"round {turn + 1} of {rounds}: {sampler} at {trials:,} trials ...", file=sys.stderr)
            figures[case][0].append(ours(arguments.classpath, sampler, trials, measured))
            figures[case][1].append(peer(sampler, trials, measured))
    print(f"\nMilliseconds for one ask and tell, 7 mixed parameters, medians of {rounds} rounds in turns")
    print(f"(Optuna {optuna.__version__}; ratio above 1: Plumbline is faster)\n")
    print("| sampler | trials | Plumbline | Optuna | ratio | aim | met |")
    print("|---|--:|--:|--:|--:|--:|---|")
    for case in cases:
        sampler, trials, _, aim = case
        here, there = (statistics.median(values) for values in figures[case])
        met = "yes" if here <= aim else "no"
        print(f"| {sampler} | {trials:,} | {here:.2f} | {there:.1f} | {there / here:.1f} | {aim:g} | {met} |")
    command = ["java", "-Xmx2g", "-cp", arguments.classpath, "dev.plumbline.tune.speed.ManyTrialsMain"]
    print("\n" + subprocess.run(command, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
