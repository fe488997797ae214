"""Trains small networks on Plumbline's examples for every point of a grid of seven hyperparameters and writes a table each.

    python make_tables.py [--only wine]        some 20 minutes on one core

Every configuration is trained from two seeds by plain PyTorch; the entry is the mean error on 30 % of the training rows that
were held out: classification error (digits, vowels), cross-entropy (wine, breast-cancer) or squared error over the targets'
variance (diabetes). Models that differ only in what leaves the shapes alone (rate, decay, optimizer, seed) are trained side
by side as one batched matrix product. What diverges gets twice the error of the constant prediction.
"""
import argparse
import csv
import itertools
from pathlib import Path

import numpy as np
import torch

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
GRID = {
    "learning_rate": [1e-4, 4e-4, 1.6e-3, 6.4e-3, 2.5e-2, 1e-1, 4e-1],
    "weight_decay": [0.0, 1e-3, 1e-2],
    "optimizer": ["sgd", "momentum", "adam"],
    "width": [8, 16, 32, 64],
    "depth": [1, 2, 3],
    "batch": [16, 64, 256],
    "activation": ["relu", "tanh", "sigmoid"],
}
SEEDS = 2
TASKS = {  # column of the target, epochs, what is measured
    "wine": ("cultivar", 20, "cross-entropy"),
    "breast-cancer": ("diagnosis", 10, "cross-entropy"),
    "diabetes": ("progression", 12, "squared"),
    "vowels": (None, 10, "error"),
    "digits": ("digit", 5, "error"),
}
ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid}


def load(name, target):
    if target is None:
        arrays = np.load(EXAMPLES / name / "train.npz")
        x, y = arrays["x"].reshape(len(arrays["x"]), -1), arrays["y"]
    else:
        with open(EXAMPLES / name / "train.csv", newline="") as file:
            rows = [row for row in csv.DictReader(line for line in file if not line.startswith("#"))]
        x = np.array([[float(value) for column, value in row.items() if column != target] for row in rows])
        y = np.array([row[target] for row in rows])
    order = np.random.RandomState(0).permutation(len(x))
    x, y, cut = x[order].astype(np.float32), y[order], len(x) * 7 // 10
    x = (x - x[:cut].mean(0)) / (x[:cut].std(0) + 1e-3)
    return x, y, cut


def train(name):
    target, epochs, measure = TASKS[name]
    x, y, cut = load(name, target)
    x = torch.tensor(x)
    if measure == "squared":
        y = y.astype(np.float32)
        y, outputs = torch.tensor((y - y[:cut].mean()) / y[:cut].std())[:, None], 1
    else:
        classes, y = np.unique(y, return_inverse=True)
        y, outputs = torch.tensor(y), len(classes)
    fast = list(itertools.product(["sgd", "momentum", "adam"], GRID["learning_rate"], GRID["weight_decay"], range(SEEDS)))
    table = np.zeros([len(values) for values in GRID.values()], np.float32)
    for width, depth, batch, activation in itertools.product(*(GRID[k] for k in ("width", "depth", "batch", "activation"))):
        errors = group(x, y, cut, outputs, measure, fast, width, depth, batch, ACTIVATIONS[activation], epochs)
        for (optimizer, rate, decay, _), error in zip(fast, errors):
            at = tuple(GRID[k].index(v) for k, v in zip(GRID, (rate, decay, optimizer, width, depth, batch, activation)))
            table[at] += error / SEEDS
        print(name, width, depth, batch, activation, f"best so far {table[table > 0].min():.4f}", flush=True)
    return table


def losses(out, y, measure):
    """One loss for each model, on outputs [models, rows, outputs]."""
    if measure == "squared":
        return ((out - y) ** 2).mean((1, 2))
    target = (y if y.dim() == 2 else y.expand(len(out), -1))[..., None]
    return -torch.log_softmax(out, -1).gather(2, target).mean((1, 2))


def group(x, y, cut, outputs, measure, fast, width, depth, batch, activation, epochs):
    models = len(fast)
    sizes = [x.shape[1]] + [width] * depth + [outputs]
    parameters = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        start = [torch.randn(fan_in, fan_out, generator=torch.Generator().manual_seed(31 * s + fan_in)) for s in range(SEEDS)]
        scale = (2 / (fan_in + fan_out)) ** 0.5
        parameters.append(torch.stack([start[f[3]] for f in fast]) * scale)
        parameters.append(torch.zeros(models, 1, fan_out))
    rate = torch.tensor([f[1] for f in fast])[:, None, None]
    decay = torch.tensor([f[2] for f in fast])[:, None, None]
    adam = sum(f[0] != "adam" for f in fast)  # models from here on are Adam's: the product's first factor sorts them
    keep = torch.tensor([{"sgd": 0.0, "momentum": 0.9, "adam": 0.9}[f[0]] for f in fast])[:, None, None]
    take = torch.where(torch.arange(models)[:, None, None] < adam, torch.ones(1), 1 - keep)
    first = [torch.zeros_like(p) for p in parameters]
    second = [torch.zeros_like(p[adam:]) for p in parameters]

    def forward(rows):
        h = rows.expand(models, -1, -1)
        for layer in range(0, len(parameters), 2):
            h = torch.baddbmm(parameters[layer + 1], h, parameters[layer])
            h = activation(h) if layer + 2 < len(parameters) else h
        return h

    step, shuffle = 0, torch.Generator().manual_seed(7)
    for _ in range(epochs):
        order = torch.randperm(cut, generator=shuffle)
        for rows in order.split(batch):
            step += 1
            for p in parameters:
                p.requires_grad_(True)
            gradients = torch.autograd.grad(losses(forward(x[rows]), y[rows], measure).sum(), parameters)
            with torch.no_grad():
                for k, (p, g) in enumerate(zip(parameters, gradients)):
                    p.requires_grad_(False)
                    g = g + decay * p
                    first[k].mul_(keep).add_(take * g)
                    second[k].mul_(0.999).add_(g[adam:] ** 2, alpha=0.001)
                    p[:adam] -= rate[:adam] * first[k][:adam]
                    scaled = (second[k] / (1 - 0.999**step)).sqrt_().add_(1e-8)
                    p[adam:] -= rate[adam:] * first[k][adam:] / (1 - 0.9**step) / scaled
    with torch.no_grad():
        out, y = forward(x[cut:]), y[cut:]
        if measure == "error":
            found, worst = (out.argmax(-1) != y).float().mean(1), 1.0
        else:
            found = losses(out, y, measure)
            worst = 2 * (1.0 if measure == "squared" else float(np.log(outputs)))
    return torch.nan_to_num(found, nan=worst, posinf=worst).clamp(max=worst).tolist()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--only")
    torch.set_num_threads(1)
    for task in [arguments.parse_args().only] if arguments.parse_args().only else TASKS:
        np.savez_compressed(HERE / "tables" / f"{task}.npz", error=train(task))
