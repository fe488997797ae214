"""Writes the model files of the fault zoo with a real Keras and a real PyTorch, from seeds.

The zoo never runs this: the files are its resources. It is here so that anyone can see how they were made:

    pip install keras torch onnx numpy
    KERAS_BACKEND=torch python plumbline-zoo/src/main/python/models.py plumbline-zoo/src/main/resources/dev/plumbline/zoo/models
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import torch
from keras import layers

SPARSE = keras.losses.SparseCategoricalCrossentropy


def digits_cnn():
    """Images with the channel last, 0 to 16, scaled by the network itself."""
    return keras.Sequential(
        [
            keras.Input((8, 8, 1), name="image"),
            layers.Rescaling(1 / 16),
            layers.Conv2D(8, 3, padding="same", activation="relu"),
            layers.BatchNormalization(momentum=0.9),
            layers.MaxPooling2D(),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.Flatten(),
            layers.Dropout(0.2),
            layers.Dense(32, activation="relu"),
            layers.Dense(10, activation="softmax", name="probabilities"),
        ],
        name="digits",
    ), keras.optimizers.Adam(1e-3), SPARSE()


def vowels_gru():
    """29 steps of 12 coefficients to one of 9 speakers."""
    return keras.Sequential(
        [
            keras.Input((29, 12), name="steps"),
            layers.GRU(40),
            layers.Dense(9, activation="softmax"),
        ],
        name="vowels",
    ), keras.optimizers.Adam(5e-3), SPARSE()


def reviews_attention():
    """20 tokens of a vocabulary of 120 to one of two classes, by one block of attention."""
    tokens = keras.Input((20,), dtype="int32", name="tokens")
    x = layers.Embedding(120, 16)(tokens)
    shifted = layers.ZeroPadding1D((1, 0))(x)
    before = layers.Cropping1D((0, 1))(shifted)
    x = layers.Concatenate()([x, before])
    attended = layers.MultiHeadAttention(2, 8)(x, x)
    x = layers.LayerNormalization()(layers.Add()([x, attended]))
    x = layers.Dense(32, activation="relu")(x)
    x = layers.GlobalAveragePooling1D()(x)
    answer = layers.Dense(1, activation="sigmoid")(x)
    return keras.Model(tokens, answer, name="reviews"), keras.optimizers.Adam(3e-3), keras.losses.BinaryCrossentropy()


def energy_mlp():
    """8 standardized measurements to a standardized amount."""
    return keras.Sequential(
        [
            keras.Input((8,), name="house"),
            layers.Dense(48, activation="relu"),
            layers.Dense(24, activation="relu"),
            layers.Dense(1, name="demand"),
        ],
        name="energy",
    ), keras.optimizers.SGD(0.02, momentum=0.9), keras.losses.MeanSquaredError()


class DigitsNet(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = torch.nn.Conv2d(1, 8, 3, padding=1)
        self.norm1 = torch.nn.BatchNorm2d(8)
        self.conv2 = torch.nn.Conv2d(8, 16, 3, padding=1)
        self.norm2 = torch.nn.BatchNorm2d(16)
        self.pool = torch.nn.MaxPool2d(2)
        self.fc = torch.nn.Linear(64, 10)

    def forward(self, x):
        x = self.pool(torch.relu(self.norm1(self.conv1(x))))
        x = self.pool(torch.relu(self.norm2(self.conv2(x))))
        return self.fc(torch.flatten(x, 1))


class Mlp(torch.nn.Module):
    def __init__(self, *sizes):
        super().__init__()
        steps = []
        for before, after in zip(sizes, sizes[1:]):
            steps += [torch.nn.Linear(before, after), torch.nn.ReLU()]
        self.body = torch.nn.Sequential(*steps[:-1])

    def forward(self, x):
        return self.body(x)


class VowelsTransformer(torch.nn.Module):
    """One block of attention over 29 steps, written out so that the file shows softmax and products."""

    def __init__(self, width=24):
        super().__init__()
        self.embed = torch.nn.Linear(12, width)
        self.place = torch.nn.Parameter(0.02 * torch.randn(29, width))
        self.query = torch.nn.Linear(width, width)
        self.key = torch.nn.Linear(width, width)
        self.value = torch.nn.Linear(width, width)
        self.norm1 = torch.nn.LayerNorm(width)
        self.up = torch.nn.Linear(width, 2 * width)
        self.down = torch.nn.Linear(2 * width, width)
        self.norm2 = torch.nn.LayerNorm(width)
        self.head = torch.nn.Linear(width, 9)

    def forward(self, x):
        x = self.embed(x) + self.place
        scores = self.query(x) @ self.key(x).transpose(1, 2) / 24**0.5
        x = self.norm1(x + torch.softmax(scores, -1) @ self.value(x))
        x = self.norm2(x + self.down(torch.relu(self.up(x))))
        return self.head(x.mean(1))


def export(folder, name, model, shape):
    torch.onnx.export(
        model,
        (torch.zeros(4, *shape),),
        folder / f"{name}.onnx",
        input_names=["x"],
        dynamic_axes={"x": {0: "batch"}},
        dynamo=False,
        training=torch.onnx.TrainingMode.TRAINING,
        do_constant_folding=False,
    )


def main(folder):
    for make in (digits_cnn, vowels_gru, reviews_attention, energy_mlp):
        keras.utils.set_random_seed(7)
        model, optimizer, loss = make()
        metric = ["mean_squared_error"] if make is energy_mlp else ["accuracy"]
        model.compile(optimizer=optimizer, loss=loss, metrics=metric)
        model.save(folder / f"{make.__name__.replace('_', '-')}.keras")
    torch.manual_seed(7)
    export(folder, "digits-cnn", DigitsNet(), (1, 8, 8))
    export(folder, "cancer-mlp", Mlp(30, 24, 12, 2), (30,))
    export(folder, "wine-mlp", Mlp(13, 32, 3), (13,))
    export(folder, "energy-mlp", Mlp(8, 48, 24, 1), (8,))
    export(folder, "vowels-transformer", VowelsTransformer(), (29, 12))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
