"""Prints schedules.csv: learning rates by Keras's and PyTorch's own schedules, for an optimizer at 0.1.

Each line: the schedule as the experiment file spells it, the steps of an epoch, those of all of training, then the rate
at steps 0, 1, 2, 3, 5, 8, 13, 21, 34 and 55. KERAS_BACKEND=torch python schedules.py > schedules.csv
"""
import keras
import torch

STEPS = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55]
K = keras.optimizers.schedules
L = torch.optim.lr_scheduler


def by_keras(schedule):
    return [float(schedule(s)) for s in STEPS]


def by_torch(make, per_epoch=1, rate=0.1):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)
    schedule = make(optimizer)
    rates = []
    for step in range(max(STEPS) + 1):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if (step + 1) % per_epoch == 0:
            schedule.step()
    return [rates[s] for s in STEPS]


def keras2_decay(decay):
    return [0.1 / (1 + decay * s) for s in STEPS]


CASES = [
    ("{name: exponential, rate: 0.8, steps: 7}", 10, 60, by_keras(K.ExponentialDecay(0.1, 7, 0.8))),
    ("{name: exponential, rate: 0.8, steps: 7, staircase: true}", 10, 60, by_keras(K.ExponentialDecay(0.1, 7, 0.8, True))),
    ("{name: piecewise, steps: [3, 20], factors: [1, 0.5, 0.2]}", 10, 60,
     by_keras(K.PiecewiseConstantDecay([3, 20], [0.1, 0.05, 0.02]))),
    ("{name: polynomial, steps: 20, end: 0.1, power: 2}", 10, 60, by_keras(K.PolynomialDecay(0.1, 20, 0.01, 2.0))),
    ("{name: polynomial, steps: 20, end: 0.1, cycle: true}", 10, 60, by_keras(K.PolynomialDecay(0.1, 20, 0.01, cycle=True))),
    ("{name: inverse-time, steps: 7, rate: 0.3}", 10, 60, by_keras(K.InverseTimeDecay(0.1, 7, 0.3))),
    ("{name: inverse-time, steps: 7, rate: 0.3, staircase: true}", 10, 60, by_keras(K.InverseTimeDecay(0.1, 7, 0.3, True))),
    ("{name: inverse-time, steps: 1, rate: 0.01}", 10, 60, keras2_decay(0.01)),
    ("{name: cosine, steps: 30, floor: 0.2}", 10, 60, by_keras(K.CosineDecay(0.1, 30, 0.2))),
    ("{name: warmup, steps: 5, start: 0.1, then: {name: cosine, steps: 30, floor: 0.2}}", 10, 60,
     by_keras(K.CosineDecay(0.01, 30, 0.2, warmup_target=0.1, warmup_steps=5))),
    ("{name: cosine-restarts, steps: 6, growth: 2, peak: 0.8, floor: 0.1}", 10, 60,
     by_keras(K.CosineDecayRestarts(0.1, 6, 2.0, 0.8, 0.1))),
    ("{name: cosine-restarts, steps: 9, growth: 1}", 10, 60, by_keras(K.CosineDecayRestarts(0.1, 9, 1.0))),
    ("{name: step, epochs: 2, rate: 0.5}", 4, 60, by_torch(lambda o: L.StepLR(o, 2, 0.5), 4)),
    ("{name: multi-step, epochs: [2, 7], rate: 0.5}", 4, 60, by_torch(lambda o: L.MultiStepLR(o, [2, 7], 0.5), 4)),
    ("{name: exponential, rate: 0.9, staircase: true}", 4, 60, by_torch(lambda o: L.ExponentialLR(o, 0.9), 4)),
    ("{name: cosine, floor: 0.1}", 4, 60, by_torch(lambda o: L.CosineAnnealingLR(o, 60, 0.01))),
    ("{name: warmup, steps: 5, start: 0.25}", 4, 60, by_torch(lambda o: L.LinearLR(o, 0.25, 1.0, 5))),
    ("one-cycle", 4, 60, by_torch(lambda o: L.OneCycleLR(o, 0.1, 60))),
    ("{name: one-cycle, rise: 0.4, start: 10, end: 100, linear: true, three-phase: true}", 4, 60,
     by_torch(lambda o: L.OneCycleLR(o, 0.1, 60, pct_start=0.4, div_factor=10, final_div_factor=100,
                                     anneal_strategy="linear", three_phase=True))),
]
for spelling, epoch, total, rates in CASES:
    print(spelling, epoch, total, *(f"{r:.7f}" for r in rates), sep=" | ")
