"""Runs both sides in turn and prints how they compare."""
import argparse
import os
import statistics
import subprocess
from pathlib import Path

STEPS = {  # about a second each
    ("mlp-small", 32): 1500, ("mlp-small", 128): 800, ("mlp-large", 32): 300, ("mlp-large", 128): 120,
    ("lenet", 32): 150, ("lenet", 128): 50, ("lstm", 32): 100, ("lstm", 128): 30,
}


class Side:
    def __init__(self, command, threads):
        environment = dict(os.environ)
        if threads:
            environment["OMP_NUM_THREADS"] = str(threads)
        self.process = subprocess.Popen(command, env=environment, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.version = self.answer()[1]

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("a side ended before it answered; see its message above")
        return line.split()

    def ask(self, *words):
        print(*words, file=self.process.stdin, flush=True)
        return [float(word) for word in self.answer()]


def plumbline(arguments):
    # the heap is touched at the start, so that what grows later is not Java's
    jvm = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"]
    command = ["java", *jvm, "-cp", arguments.classpath, "dev.plumbline.torch.SpeedMain", str(arguments.threads)]
    return Side(command, arguments.threads)


def compare(arguments):
    ours = plumbline(arguments)
    here = Path(__file__).parent
    peer = Side([str(here.parent / ".venv/bin/python"), str(here / "peer.py"), str(arguments.threads)],
                arguments.threads)
    print(f"plumbline on libtorch {ours.version} against PyTorch {peer.version}, threads: "
          f"{arguments.threads or 'default'}, {arguments.rounds} rounds; steps a second by wall, ratio above 1: faster")
    for (name, batch), steps in STEPS.items():
        if arguments.only and name not in arguments.only:
            continue
        rounds = []
        for _ in range(arguments.rounds):
            rounds.append((ours.ask(name, batch, steps, "none"), peer.ask(name, batch, steps)))
        cpu = statistics.median(p[0] / o[0] for o, p in rounds)
        wall = statistics.median(p[1] / o[1] for o, p in rounds)
        mine, theirs = (statistics.median(steps / r[side][1] for r in rounds) for side in (0, 1))
        print(f"{name:10} batch {batch:4}  ratio by CPU {cpu:5.2f}  by wall {wall:5.2f}  "
              f"({mine:6.0f} against {theirs:6.0f})", flush=True)


def probes(arguments):
    """A probe's cost, from runs that probe every step, times how often the default looks in a run of usual length."""
    ours = plumbline(arguments)
    length = 2_000
    print("count", 1, length, "count", file=ours.process.stdin, flush=True)
    count = int(ours.answer()[0])
    for (name, batch), steps in STEPS.items():
        if arguments.only and name not in arguments.only:
            continue
        rounds = [[ours.ask(name, batch, max(20, steps // 4), mode) for mode in ("none", "every")]
                  for _ in range(arguments.rounds)]
        cpu, wall = (statistics.median(on[k] / off[k] for off, on in rounds) - 1 for k in (0, 1))
        print(f"{name:10} batch {batch:4}  a probe costs {cpu:4.1f} steps by CPU, {wall:4.1f} by wall; by default "
              f"{count} in {length} steps: {100 * count * cpu / length:.1f} % by CPU, "
              f"{100 * count * wall / length:.1f} % by wall", flush=True)


def memory(arguments):
    ours = plumbline(arguments)
    for name, batch in (("mlp-small", 32), ("lenet", 32)):
        if arguments.only and name not in arguments.only:
            continue
        early, late, most = ours.ask(name, batch, 20_000, "memory")
        print(f"{name:10} batch {batch:4}  resident after 1,000 steps {early:.0f} MB, after 20,000 {late:.0f} MB "
              f"({100 * (late / early - 1):+.2f} %), at most {most:.0f} MB ({100 * (most / early - 1):+.2f} %)",
              flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--classpath", required=True)
    parser.add_argument("--threads", type=int, default=1, help="0 for each library's own default")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", type=lambda text: text.split(","), default=[])
    parser.add_argument("--probes", action="store_true")
    parser.add_argument("--memory", action="store_true")
    arguments = parser.parse_args()
    if arguments.probes:
        probes(arguments)
    if arguments.memory:
        memory(arguments)
    if not arguments.probes and not arguments.memory:
        compare(arguments)


main()
