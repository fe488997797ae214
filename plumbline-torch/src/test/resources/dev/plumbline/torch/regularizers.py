"""Prints regularizers.csv: what Keras reports and ends with under regularizers and constraints.

The linear regression of updates.py, ten steps of SGD at 0.1. Each line: the case, the ten losses that train_on_batch
reports, then the kernel row by row, then the bias. KERAS_BACKEND=torch python regularizers.py > regularizers.csv
"""
import keras
import numpy as np

X = np.array([[np.sin(1 + 3 * i + k) for k in range(3)] for i in range(8)], dtype="float32")
Y = np.array([[np.cos(2 * i + o) for o in range(2)] for i in range(8)], dtype="float32")
C = keras.constraints
CASES = {
    "penalties": dict(kernel_regularizer=keras.regularizers.L1L2(0.01, 0.02), bias_regularizer=keras.regularizers.L2(0.1),
                      activity_regularizer=keras.regularizers.L1L2(0.03, 0.04)),
    "orthogonal-rows": dict(kernel_regularizer=keras.regularizers.OrthogonalRegularizer(0.7),
                            activity_regularizer=keras.regularizers.OrthogonalRegularizer(0.4, mode="rows")),
    "orthogonal-columns": dict(kernel_regularizer=keras.regularizers.OrthogonalRegularizer(0.7, mode="columns"),
                               activity_regularizer=keras.regularizers.OrthogonalRegularizer(0.4, mode="columns")),
    "non-negative": dict(bias_constraint=C.NonNeg()),
    "unit-norm": dict(kernel_constraint=C.UnitNorm(axis=0)),
    "max-norm": dict(kernel_constraint=C.MaxNorm(0.3, axis=0)),
    "min-max-norm": dict(kernel_constraint=C.MinMaxNorm(0.6, 0.7, rate=0.5, axis=0)),
}
for name, settings in CASES.items():
    half = keras.initializers.Constant(0.5)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(
        2, kernel_initializer=half, bias_initializer=half, **settings)])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    losses = []
    for _ in range(10):
        model.reset_metrics()
        losses.append(float(model.train_on_batch(X, Y)))
    w, b = model.get_weights()
    print(name, *(f"{v:.6f}" for v in [*losses, *w.reshape(-1), *b]), sep=" | ")
