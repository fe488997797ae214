"""Writes compiled models and the losses of 50 steps that Keras makes with them: train.py FOLDER [WORD [quick]].

quick: 20 steps of six models.

The deepest networks, of which a step takes seconds, only where the word names one.
"""
import logging
import os
import sys
import warnings

warnings.filterwarnings("ignore")
os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import keras
import numpy as np

import cases
import networks

EXAMPLES, BATCH, STEPS, DEEP_STEPS = 40, 8, 50, 10
SPARSE, ONE_HOT, BINARY, MSE = "sparse_categorical_crossentropy", "categorical_crossentropy", "binary_crossentropy", "mse"

# name: loss, classes or outputs
TASKS = {
    "ResNet50": (SPARSE, 10), "MobileNetV2": (ONE_HOT, 10), "EfficientNetB0": (SPARSE, 10), "DenseNet121": (SPARSE, 10),
    "UNet": (BINARY, None), "bidirectional LSTM": (SPARSE, 4), "transformer classifier": (ONE_HOT, 4), "autoencoder": (MSE, None),
    "WaveNet": (MSE, None), "siamese": (BINARY, None), "nested": ("logits", 4), "several inputs and outputs": (SPARSE, 4),
    "sequence to sequence": ("huber", None), "ConvLSTM": (SPARSE, 3), "Xception-like": (ONE_HOT, 5), "every merge": ("mae", None),
    "deep MLP": ("logits", 3), "GRU tagger": (SPARSE, 3),
    "VGG-like": (SPARSE, 10), "GPT-like decoder": ("logits", 50), "wide and deep": (BINARY, None), "text CNN": (ONE_HOT, 4),
    "vision transformer": ("logits", 5), "stacked LSTM": (MSE, None),
}
# At usual rates rounding grows a thousandfold a step through dozens of batch norms over a batch of 8: Keras's own second run of
# MobileNetV2 is apart from its first by 3e-3 after two steps. So these move slowly, and for fewer steps (a step takes seconds).
DEEP = networks.DEEP
QUICK = ("UNet", "bidirectional LSTM", "transformer classifier", "several inputs and outputs", "deep MLP", "GRU tagger")
QUICK_STEPS = 20
RATES = {"sgd": {"UNet": 1e-3, **{name: 1e-6 for name in DEEP}}, "adam": {"UNet": 1e-4, **{name: 1e-6 for name in DEEP}}}


def loss_of(kind):
    return keras.losses.SparseCategoricalCrossentropy(from_logits=True) if kind == "logits" else kind


def optimizer_of(which, name):
    if which == "sgd":
        return keras.optimizers.SGD(RATES[which].get(name, 1e-2), momentum=0.9)
    return keras.optimizers.Adam(RATES[which].get(name, 1e-3))


def without_chance(model):
    """No dropout: two programs draw other numbers."""
    for one in model.layers:
        if isinstance(one, keras.layers.Dropout):
            one.rate = 0.0
        elif hasattr(one, "cell"):
            one.cell.dropout = 0.0


def made_larger(given, rng):
    """As many examples as the data set has, from a case's inputs."""
    if callable(given):
        return np.concatenate([given(rng) for _ in range(EXAMPLES // 4)])
    return rng.standard_normal((EXAMPLES,) + tuple(given[1:])).astype("float32")


def targets(kind, size, shape, rng):
    if size is not None:
        return rng.integers(0, size, EXAMPLES).astype("int64")
    if kind == BINARY:
        return (rng.random((EXAMPLES,) + shape) < 0.5).astype("float32")
    return rng.random((EXAMPLES,) + shape).astype("float32")


def curve(model, inputs, y, steps):
    losses = []
    for step in range(steps):
        rows = slice(step * BATCH % EXAMPLES, step * BATCH % EXAMPLES + BATCH)
        x = [i[rows] for i in inputs]
        model.reset_metrics()
        losses.append(float(np.asarray(model.train_on_batch(x if len(x) > 1 else x[0], y[rows], return_dict=True)["loss"])))
    return losses


def main():
    root, word = sys.argv[1], (sys.argv[2] if len(sys.argv) > 2 else "").lower()
    quick = len(sys.argv) > 3 and sys.argv[3] == "quick"
    os.makedirs(root, exist_ok=True)
    logging.getLogger("absl").setLevel(logging.ERROR)
    networks.register()
    lines = []
    for one in cases.CASES:
        if word not in one.name.lower() or not word and one.name in DEEP or quick and one.name not in QUICK:
            continue
        kind, size = TASKS[one.name]
        for which in ("sgd", "adam"):
            rng = np.random.default_rng(cases.hash_of(one.name))
            keras.utils.set_random_seed(1)
            keras.backend.clear_session()
            model = one.build(keras)
            without_chance(model)
            folder = os.path.join(root, one.name.replace(" ", "_"))
            os.makedirs(folder, exist_ok=True)
            inputs = [made_larger(i, rng) for i in one.inputs]
            several = len(model.outputs) > 1
            y = targets(kind, size, tuple(model.outputs[0].shape[1:]), rng)
            loss = loss_of(kind)
            # one loss, on the first output: what Plumbline trains
            head = keras.Model(model.inputs, model.outputs[0]) if several else model
            head.compile(optimizer=optimizer_of(which, one.name), loss=loss)
            head.save(os.path.join(folder, which + ".keras"))
            head.save(os.path.join(folder, which + ".h5"))
            cases.write_arrays(os.path.join(folder, "data.bin"), inputs + [y])
            losses = curve(head, inputs, np.eye(size, dtype="float32")[y] if kind == ONE_HOT else y,
                           DEEP_STEPS if one.name in DEEP else QUICK_STEPS if quick else STEPS)
            with open(os.path.join(folder, which + ".losses"), "w") as out:
                out.write("\n".join(map(repr, losses)) + "\n")
            task = "classification" if size is not None else "multilabel" if kind == BINARY else "regression"
            for ending in ("keras", "h5"):
                lines.append("\t".join([one.name, which, task, str(size or 0), os.path.join(os.path.basename(folder), f"{which}.{ending}")]))
            print(f"{one.name} {which}: {losses[0]:.5f} ... {losses[-1]:.5f}", flush=True)
    with open(os.path.join(root, "train.tsv"), "w") as out:
        out.write("".join(line + "\n" for line in lines))


main()
