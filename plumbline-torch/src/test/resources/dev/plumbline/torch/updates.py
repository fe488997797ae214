"""Prints updates.csv: parameters of a linear regression after 30 steps of Keras's and PyTorch's own optimizers.

Eight examples x[i][k] = sin(1 + 3 i + k), targets y[i][o] = cos(2 i + o), y = x w + b, all parameters from 0.5, the mean
squared error, full batches. Each line: the optimizer as the experiment file spells it, then w row by row, then b.
Made with Keras 3.15 on PyTorch and PyTorch 2.15 (KERAS_BACKEND=torch python updates.py > updates.csv).
"""
import keras
import numpy as np
import torch

STEPS = 30
X = np.array([[np.sin(1 + 3 * i + k) for k in range(3)] for i in range(8)], dtype="float32")
Y = np.array([[np.cos(2 * i + o) for o in range(2)] for i in range(8)], dtype="float32")


def gradients(w, b):
    error = 2 * (X @ w + b - Y) / Y.size
    return X.T @ error, error.sum(0)


def by_keras(optimizer, constraint=None):
    w = keras.Variable(np.full((3, 2), 0.5, dtype="float32"))
    b = keras.Variable(np.full(2, 0.5, dtype="float32"))
    for _ in range(STEPS):
        found = gradients(keras.ops.convert_to_numpy(w), keras.ops.convert_to_numpy(b))
        optimizer.apply([keras.ops.convert_to_tensor(g.astype("float32")) for g in found], [w, b])
    return keras.ops.convert_to_numpy(w), keras.ops.convert_to_numpy(b)


def by_torch(optimizer, **settings):
    w = torch.full((3, 2), 0.5, requires_grad=True)
    b = torch.full((2,), 0.5, requires_grad=True)
    made = optimizer([w, b], **settings)
    for _ in range(STEPS):
        w.grad, b.grad = (torch.tensor(g) for g in gradients(w.detach().numpy(), b.detach().numpy()))
        made.step()
    return w.detach().numpy(), b.detach().numpy()


K = keras.optimizers
T = torch.optim
CASES = {
    "{name: sgd, learning-rate: 0.1, momentum: 0.9, nesterov: true, weight-decay: 0.05, form: keras}":
        lambda: by_keras(K.SGD(0.1, momentum=0.9, nesterov=True, weight_decay=0.05)),
    "{name: sgd, learning-rate: 0.1, momentum: 0.9, nesterov: true, weight-decay: 0.05}":
        lambda: by_torch(T.SGD, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.05),
    "{name: adam, learning-rate: 0.05, epsilon: 0.01, form: keras}": lambda: by_keras(K.Adam(0.05, epsilon=0.01)),
    "{name: adam, learning-rate: 0.05, epsilon: 0.01, amsgrad: true, weight-decay: 0.1, form: keras}":
        lambda: by_keras(K.Adam(0.05, epsilon=0.01, amsgrad=True, weight_decay=0.1)),
    "{name: adam, learning-rate: 0.05, beta2: 0.9, epsilon: 0.01, amsgrad: true, weight-decay: 0.1}":
        lambda: by_torch(T.Adam, lr=0.05, betas=(0.9, 0.9), eps=0.01, amsgrad=True, weight_decay=0.1),
    "{name: adamw, learning-rate: 0.05, epsilon: 0.01, weight-decay: 0.1, form: keras}":
        lambda: by_keras(K.AdamW(0.05, epsilon=0.01, weight_decay=0.1)),
    "{name: adamw, learning-rate: 0.05, weight-decay: 0.1}": lambda: by_torch(T.AdamW, lr=0.05, weight_decay=0.1),
    "{name: rmsprop, learning-rate: 0.02, rho: 0.9, epsilon: 0.01, form: keras}":
        lambda: by_keras(K.RMSprop(0.02, epsilon=0.01)),
    "{name: rmsprop, learning-rate: 0.02, rho: 0.9, momentum: 0.5, centered: true, epsilon: 0.01, weight-decay: 0.1,"
    " form: keras}":
        lambda: by_keras(K.RMSprop(0.02, momentum=0.5, centered=True, epsilon=0.01, weight_decay=0.1)),
    "{name: rmsprop, learning-rate: 0.02, epsilon: 0.01}": lambda: by_torch(T.RMSprop, lr=0.02, eps=0.01),
    "{name: rmsprop, learning-rate: 0.02, rho: 0.9, momentum: 0.5, centered: true, epsilon: 0.01, weight-decay: 0.1}":
        lambda: by_torch(T.RMSprop, lr=0.02, alpha=0.9, momentum=0.5, centered=True, eps=0.01, weight_decay=0.1),
    "{name: adamax, learning-rate: 0.05, epsilon: 0.01, form: keras}": lambda: by_keras(K.Adamax(0.05, epsilon=0.01)),
    "{name: adamax, learning-rate: 0.05, epsilon: 0.01, weight-decay: 0.1}":
        lambda: by_torch(T.Adamax, lr=0.05, eps=0.01, weight_decay=0.1),
    "{name: nadam, learning-rate: 0.05, epsilon: 0.01, momentum-decay: 1, form: keras}":
        lambda: by_keras(K.Nadam(0.05, epsilon=0.01)),
    "{name: nadam, learning-rate: 0.05, epsilon: 0.01, weight-decay: 0.1}":
        lambda: by_torch(T.NAdam, lr=0.05, eps=0.01, weight_decay=0.1),
    "{name: adagrad, learning-rate: 0.1, initial-accumulator: 0.1, epsilon: 0.01, form: keras}":
        lambda: by_keras(K.Adagrad(0.1, epsilon=0.01)),
    "{name: adagrad, learning-rate: 0.1, initial-accumulator: 0.2, epsilon: 0.01, weight-decay: 0.1}":
        lambda: by_torch(T.Adagrad, lr=0.1, initial_accumulator_value=0.2, eps=0.01, weight_decay=0.1),
    "{name: adadelta, learning-rate: 1, rho: 0.95, epsilon: 0.001, weight-decay: 0.01, form: keras}":
        lambda: by_keras(K.Adadelta(1.0, epsilon=0.001, weight_decay=0.01)),
    "{name: adadelta, epsilon: 0.001, weight-decay: 0.1}":
        lambda: by_torch(T.Adadelta, eps=0.001, weight_decay=0.1),
    "{name: ftrl, learning-rate: 0.1}": lambda: by_keras(K.Ftrl(0.1)),
    "{name: ftrl, learning-rate: 0.1, learning-rate-power: -0.6, initial-accumulator: 0.3, l1: 0.02, l2: 0.03,"
    " l2-shrinkage: 0.04, beta: 0.1}":
        lambda: by_keras(K.Ftrl(0.1, learning_rate_power=-0.6, initial_accumulator_value=0.3,
                                l1_regularization_strength=0.02, l2_regularization_strength=0.03,
                                l2_shrinkage_regularization_strength=0.04, beta=0.1)),
    "{name: lion, learning-rate: 0.02, weight-decay: 0.1}": lambda: by_keras(K.Lion(0.02, weight_decay=0.1)),
    "{name: adafactor, learning-rate: 0.1, weight-decay: 0.1}": lambda: by_keras(K.Adafactor(0.1, weight_decay=0.1)),
    "{name: lamb, learning-rate: 0.02, weight-decay: 0.1}": lambda: by_keras(K.Lamb(0.02, weight_decay=0.1)),
}
for spelling, run in CASES.items():
    w, b = run()
    print(spelling, *(f"{v:.6f}" for v in [*w.reshape(-1), *b]), sep=" | ")
