"""Prints losses.csv: losses by Keras and PyTorch on four examples of three outputs.

Outputs o[i][c] = 2 sin(1 + 3 i + c), as they are (values), exp(o) (rates), softmax(o) (classes), sigmoid(o) (labels).
Targets: classes 2 0 1 1, labels (i + c) % 2, values 1.5 + cos(2 i + c), or a distribution, softmax(cos(2 i + c)).
Each line: the loss as the experiment file spells it, outputs, targets, the loss, the norm of its gradient by outputs.
Made with Keras 3.15 on PyTorch 2.15: KERAS_BACKEND=torch python losses.py > losses.csv
"""
import keras
import numpy as np
import torch
import torch.nn.functional as F

O = np.array([[2 * np.sin(1 + 3 * i + c) for c in range(3)] for i in range(4)], dtype="float32")
V = np.array([[1.5 + np.cos(2 * i + c) for c in range(3)] for i in range(4)], dtype="float32")
OUTPUTS = {"values": O, "rates": np.exp(O), "classes": torch.softmax(torch.tensor(O), -1).numpy(),
           "labels": torch.sigmoid(torch.tensor(O)).numpy()}
CLASSES = np.array([2, 0, 1, 1])
TARGETS = {"classes": CLASSES, "labels": np.array([[(i + c) % 2 for c in range(3)] for i in range(4)], dtype="float32"),
           "values": V, "distribution": torch.softmax(torch.tensor(V - 1.5), -1).numpy()}
ONE_HOT = np.eye(3, dtype="float32")[CLASSES]
K = keras.losses
T = torch.tensor


def by_keras(loss):
    return lambda y, o: loss(ONE_HOT if y.ndim == 1 and "Sparse" not in type(loss).__name__ else y, o)


WEIGHTS = T([0.5, 2.0, 3.0])
CASES = [
    ("cross-entropy", "values", "classes", by_keras(K.SparseCategoricalCrossentropy(from_logits=True))),
    ("{name: cross-entropy, label-smoothing: 0.1}", "values", "classes",
     by_keras(K.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1))),
    ("{name: cross-entropy, label-smoothing: 0.1, weights: [0.5, 2, 3]}", "values", "classes",
     lambda y, o: F.cross_entropy(o, T(y), WEIGHTS, label_smoothing=0.1)),
    ("cross-entropy", "values", "distribution", by_keras(K.CategoricalCrossentropy(from_logits=True))),
    ("nll", "values", "classes", lambda y, o: F.nll_loss(o, T(y))),
    ("{name: nll, weights: [0.5, 2, 3]}", "values", "classes", lambda y, o: F.nll_loss(o, T(y), WEIGHTS)),
    ("categorical-crossentropy", "classes", "classes", by_keras(K.SparseCategoricalCrossentropy())),
    ("{name: categorical-crossentropy, label-smoothing: 0.2}", "classes", "classes",
     by_keras(K.CategoricalCrossentropy(label_smoothing=0.2))),
    ("categorical-crossentropy", "labels", "distribution", by_keras(K.CategoricalCrossentropy())),
    ("{name: categorical-focal-crossentropy, alpha: 0.4, gamma: 1.5, label-smoothing: 0.1}", "classes", "classes",
     by_keras(K.CategoricalFocalCrossentropy(0.4, 1.5, label_smoothing=0.1))),
    ("categorical-focal-with-logits", "values", "classes", by_keras(K.CategoricalFocalCrossentropy(from_logits=True))),
    ("bce-with-logits", "values", "labels", by_keras(K.BinaryCrossentropy(from_logits=True))),
    ("{name: bce-with-logits, label-smoothing: 0.1, weights: [0.5, 2, 3]}", "values", "labels",
     lambda y, o: F.binary_cross_entropy_with_logits(o, T(y) * 0.9 + 0.05, pos_weight=WEIGHTS)),
    ("{name: bce, label-smoothing: 0.1}", "labels", "labels", by_keras(K.BinaryCrossentropy(label_smoothing=0.1))),
    ("{name: binary-focal-crossentropy, gamma: 1.5}", "labels", "labels", by_keras(K.BinaryFocalCrossentropy(gamma=1.5))),
    ("{name: binary-focal-with-logits, alpha: 0.3, label-smoothing: 0.1}", "values", "labels",
     by_keras(K.BinaryFocalCrossentropy(True, 0.3, from_logits=True, label_smoothing=0.1))),
    ("kl-divergence", "classes", "distribution", by_keras(K.KLDivergence())),
    ("dice", "labels", "labels", by_keras(K.Dice())),
    ("{name: tversky, alpha: 0.3, beta: 0.8}", "labels", "labels", by_keras(K.Tversky(0.3, 0.8))),
    ("hinge", "values", "labels", by_keras(K.Hinge())),
    ("squared-hinge", "values", "labels", by_keras(K.SquaredHinge())),
    ("categorical-hinge", "values", "classes", by_keras(K.CategoricalHinge())),
    ("mse", "values", "values", by_keras(K.MeanSquaredError())),
    ("mae", "values", "values", by_keras(K.MeanAbsoluteError())),
    ("{name: huber, delta: 0.5}", "values", "values", by_keras(K.Huber(0.5))),
    ("{name: smooth-l1, beta: 0.5}", "values", "values", lambda y, o: F.smooth_l1_loss(o, T(y), beta=0.5)),
    ("log-cosh", "values", "values", by_keras(K.LogCosh())),
    ("mape", "values", "values", by_keras(K.MeanAbsolutePercentageError())),
    ("msle", "rates", "values", by_keras(K.MeanSquaredLogarithmicError())),
    ("poisson", "rates", "values", by_keras(K.Poisson())),
    ("cosine-similarity", "values", "values", by_keras(K.CosineSimilarity())),
]
for spelling, outputs, targets, loss in CASES:
    o = T(OUTPUTS[outputs], requires_grad=True)
    value = loss(TARGETS[targets], o)
    value.backward()
    print(spelling, outputs, targets, f"{float(value):.6f}", f"{float(o.grad.norm()):.6f}", sep=" | ")
