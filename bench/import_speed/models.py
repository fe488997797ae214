"""Writes LeNet and ResNet18 as lenet.keras, lenet.onnx, resnet18.keras and resnet18.onnx into the folder given."""
import sys
import warnings
from pathlib import Path

import keras
import torch
from keras import layers as L
from torch import nn

warnings.filterwarnings("ignore")
CLASSES = 10


def lenet_keras():
    return keras.Sequential([
        keras.Input((28, 28, 1)), L.Conv2D(6, 5, padding="same", activation="relu"), L.MaxPooling2D(),
        L.Conv2D(16, 5, activation="relu"), L.MaxPooling2D(), L.Flatten(), L.Dense(120, activation="relu"),
        L.Dense(84, activation="relu"), L.Dense(CLASSES)])


def lenet_torch():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, CLASSES))


def convolution_keras(x, filters, size, stride):
    padded = L.ZeroPadding2D(size // 2)(x) if size > 1 else x
    return L.BatchNormalization(epsilon=1e-5, momentum=0.9)(L.Conv2D(filters, size, stride, use_bias=False)(padded))


def block_keras(x, filters, stride):
    y = L.ReLU()(convolution_keras(x, filters, 3, stride))
    y = convolution_keras(y, filters, 3, 1)
    aside = x if stride == 1 and x.shape[-1] == filters else convolution_keras(x, filters, 1, stride)
    return L.ReLU()(L.Add()([y, aside]))


def resnet_keras():
    x = given = keras.Input((64, 64, 3))
    x = L.ReLU()(convolution_keras(x, 64, 7, 2))
    x = L.MaxPooling2D(3, 2)(L.ZeroPadding2D(1)(x))
    for filters, stride in ((64, 1), (128, 2), (256, 2), (512, 2)):
        x = block_keras(block_keras(x, filters, stride), filters, 1)
    return keras.Model(given, L.Dense(CLASSES)(L.GlobalAveragePooling2D()(x)))


class Block(nn.Module):
    def __init__(self, given, filters, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(given, filters, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(filters)
        self.aside = nn.Identity() if stride == 1 and given == filters else nn.Sequential(
            nn.Conv2d(given, filters, 1, stride, bias=False), nn.BatchNorm2d(filters))

    def forward(self, x):
        y = torch.relu(self.bn1(self.conv1(x)))
        return torch.relu(self.bn2(self.conv2(y)) + self.aside(x))


def resnet_torch():
    parts = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    given = 64
    for filters, stride in ((64, 1), (128, 2), (256, 2), (512, 2)):
        parts += [Block(given, filters, stride), Block(filters, filters, 1)]
        given = filters
    return nn.Sequential(*parts, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, CLASSES))


def main():
    folder = Path(sys.argv[1])
    lenet_keras().save(folder / "lenet.keras")
    resnet_keras().save(folder / "resnet18.keras")
    for name, model, shape in (("lenet", lenet_torch(), (2, 1, 28, 28)), ("resnet18", resnet_torch(), (2, 3, 64, 64))):
        torch.onnx.export(model.train(), torch.zeros(shape), str(folder / f"{name}.onnx"), dynamo=False,
                          training=torch.onnx.TrainingMode.TRAINING, do_constant_folding=False, input_names=["x"],
                          dynamic_axes={"x": {0: "batch"}})


main()
