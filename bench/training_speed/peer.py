"""PyTorch's side: the loop that its documentation recommends. Reads "network batch steps", answers "cpu wall" seconds."""
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

EXAMPLES = 20_000
CLASSES = 10


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(28, 128, batch_first=True)
        self.out = nn.Linear(128, CLASSES)

    def forward(self, x):
        _, (hidden, _) = self.lstm(x)
        return self.out(hidden[0])


def mlp(*sizes):
    layers = []
    for i, (a, b) in enumerate(zip(sizes, sizes[1:])):
        layers += ([nn.ReLU()] if i else []) + [nn.Linear(a, b)]
    return nn.Sequential(*layers)


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, CLASSES))


NETWORKS = {
    "mlp-small": (lambda: mlp(784, 128, CLASSES), (784,)),
    "mlp-large": (lambda: mlp(784, 512, 512, CLASSES), (784,)),
    "lenet": (lenet, (1, 28, 28)),
    "lstm": (Lstm, (28, 28)),
}


def data():
    """Noise, a pattern for each class, and a fifth of the labels wrong, so that training never ends at a loss of 0."""
    torch.manual_seed(0)
    shown = torch.randint(0, CLASSES, (EXAMPLES,))
    pattern = (torch.arange(784) * CLASSES // 784 == shown[:, None]).float()
    wrong = torch.rand(EXAMPLES) < 0.2
    labels = torch.where(wrong, torch.randint(0, CLASSES, (EXAMPLES,)), shown)
    return torch.randn(EXAMPLES, 784) + pattern, labels


def train(network, optimizer, x, y, batch, steps):
    network.train()
    total = torch.zeros(())
    done = 0
    while done < steps:
        order = torch.randperm(len(x))
        for low in range(0, len(x), batch):
            rows = order[low:low + batch]
            optimizer.zero_grad(set_to_none=True)
            loss = F.cross_entropy(network(x.index_select(0, rows)), y.index_select(0, rows))
            loss.backward()
            optimizer.step()
            total += loss.detach()
            done += 1
            if done == steps:
                break
    return total.item()


def main():
    if int(sys.argv[1]) > 0:
        torch.set_num_threads(int(sys.argv[1]))
    x, y = data()
    trained = {}
    print("ready", torch.__version__, flush=True)
    for line in sys.stdin:
        name, batch, steps = line.split()
        if (name, batch) not in trained:
            make, shape = NETWORKS[name]
            network = make()
            optimizer = torch.optim.Adam(network.parameters(), lr=1e-3, fused=True)
            trained[name, batch] = network, optimizer, x.view(EXAMPLES, *shape)
            train(*trained[name, batch], y, int(batch), 30)
        cpu, wall = time.process_time(), time.perf_counter()
        train(*trained[name, batch], y, int(batch), int(steps))
        print(time.process_time() - cpu, time.perf_counter() - wall, flush=True)


main()
