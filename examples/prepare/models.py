"""Writes the model files of examples/ with a real Keras and a real PyTorch, from seeds.

The product never runs this: the files are committed. It is here so that anyone can see how they were made:

    pip install keras torch onnx numpy
    KERAS_BACKEND=torch python examples/prepare/models.py examples

The arrays are the digits of examples/digits, as a person who uses Keras has them: images with the channel last.
"""

import csv
import os
import sys
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import numpy as np
import torch


def digits(folder, split):
    with open(folder / "digits" / f"{split}.csv", newline="") as file:
        rows = np.array(list(csv.reader(file))[1:], dtype=np.int64)
    return rows[:, :-1].reshape(-1, 8, 8, 1).astype(np.uint8), rows[:, -1]


def keras_digits(last, loss, optimizer):
    """A small CNN that scales its pixels itself, with the optimizer and loss that its author compiled."""
    keras.utils.set_random_seed(7)
    model = keras.Sequential(
        [
            keras.Input((8, 8, 1), name="image"),
            keras.layers.Rescaling(1 / 16),
            keras.layers.Conv2D(16, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation=last, name="probabilities" if last else "logits"),
        ],
        name="digits",
    )
    model.compile(optimizer=optimizer, loss=loss, metrics=["accuracy"])
    return model


class WineNet(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = torch.nn.BatchNorm1d(13)
        self.fc1 = torch.nn.Linear(13, 32)
        self.fc2 = torch.nn.Linear(32, 3)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(self.norm(x))))


class WineLog(torch.nn.Module):
    """Its seventh layer takes the logarithm of scores, though cross-entropy takes them as they are.

    Biases of 1 keep the first scores above zero, so that it starts to learn before it breaks.
    """

    def __init__(self):
        super().__init__()
        self.norm = torch.nn.BatchNorm1d(13)
        self.fc1 = torch.nn.Linear(13, 32)
        self.relu1 = torch.nn.ReLU()
        self.fc2 = torch.nn.Linear(32, 16)
        self.relu2 = torch.nn.ReLU()
        self.scores = torch.nn.Linear(16, 3)
        self.log = Log()
        torch.nn.init.ones_(self.scores.bias)

    def forward(self, x):
        return self.log(self.scores(self.relu2(self.fc2(self.relu1(self.fc1(self.norm(x)))))))


class Log(torch.nn.Module):
    def forward(self, x):
        return torch.log(x)


def onnx(model, file, output):
    torch.onnx.export(
        model,
        (torch.zeros(4, 13),),
        file,
        input_names=["x"],
        output_names=[output],
        dynamic_axes={"x": {0: "batch"}},
        dynamo=False,
        training=torch.onnx.TrainingMode.TRAINING,
        do_constant_folding=False,
    )


def main(folder):
    for split in ("train", "test"):
        x, y = digits(folder, split)
        target = folder / "keras-digits"
        target.mkdir(exist_ok=True)
        np.savez_compressed(target / f"{split}.npz", x=x, y=y)
    entropy = keras.losses.SparseCategoricalCrossentropy
    keras_digits("softmax", entropy(), keras.optimizers.Adam(1e-3)).save(folder / "keras-digits" / "model.keras")
    broken = folder / "broken" / "keras-digits-softmax-twice"
    broken.mkdir(exist_ok=True)
    # under plain gradient descent, whose steps shrink with the gradient; Adam would hide much of the fault
    for last, name in (("softmax", "model.keras"), (None, "healthy.keras")):
        keras_digits(last, entropy(from_logits=True), keras.optimizers.SGD(0.01)).save(broken / name)
    torch.manual_seed(7)
    target = folder / "onnx-wine"
    target.mkdir(exist_ok=True)
    onnx(WineNet(), target / "model.onnx", "logits")
    torch.manual_seed(7)
    target = folder / "broken" / "wine-nan-in-layer-7"
    target.mkdir(exist_ok=True)
    onnx(WineLog(), target / "model.onnx", "log_scores")


main(Path(sys.argv[1]))
