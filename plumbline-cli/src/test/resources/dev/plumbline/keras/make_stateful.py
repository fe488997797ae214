"""Makes the stateful models beside this file, what Keras makes of three batches in a row, and the losses of 20 steps."""
import os
import sys
import zipfile
from pathlib import Path

# its PyTorch backend cannot train a stateful layer whose states a mask holds back
os.environ["KERAS_BACKEND"] = "tensorflow"
here = Path(__file__).resolve().parent
sys.path.insert(0, str(next(p for p in here.parents if (p / "bench").is_dir()) / "bench" / "keras_parity"))

import keras
import numpy as np

from cases import flat, shake, write_arrays

k = keras.layers
BATCH, STEPS, EXAMPLES = 8, 20, 40


def recurrent():
    a = keras.Input(batch_shape=(BATCH, 5, 3), name="x")
    x = k.LSTM(4, stateful=True, return_sequences=True)(k.Masking()(a))
    y = k.SimpleRNN(3, stateful=True, return_sequences=True, go_backwards=True)(a)
    x = k.Bidirectional(k.GRU(3, stateful=True))(k.Concatenate()([x, y]))
    z = k.RNN([k.LSTMCell(3), k.GRUCell(2)], stateful=True)(a)
    return keras.Model(a, k.Dense(2)(k.Concatenate()([x, z, k.LSTM(2, stateful=True, activation="elu")(a)])))


def convolved():
    a = keras.Input(batch_shape=(BATCH, 3, 5, 4, 1), name="x")
    x = k.ConvLSTM2D(2, 3, stateful=True, padding="same", strides=2, return_sequences=True)(a)
    x = k.Bidirectional(k.ConvLSTM2D(2, (2, 1), stateful=True))(x)
    return keras.Model(a, k.Dense(2)(k.Flatten()(x)))


def compress(file):
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)


for make in (recurrent, convolved):
    rng = np.random.default_rng(7)
    keras.utils.set_random_seed(1)
    keras.backend.clear_session()
    model = make()
    shake(model, rng)
    folder = here / ("stateful-" + make.__name__)
    folder.mkdir(exist_ok=True)
    x = rng.standard_normal((EXAMPLES,) + tuple(model.inputs[0].shape[1:])).astype("float32")
    x[3, 2:4] = 0
    y = rng.standard_normal((EXAMPLES, 2)).astype("float32")
    model.compile(optimizer=keras.optimizers.SGD(0.02, momentum=0.9), loss="mse")
    model.save(folder / "sgd.keras")
    compress(folder / "sgd.keras")
    batches = [x[i * BATCH:(i + 1) * BATCH] for i in range(EXAMPLES // BATCH)]
    write_arrays(folder / "outputs.bin", [flat(model(b, training=False))[0] for b in batches[:3]])
    write_arrays(folder / "data.bin", [x, y])
    # loading is one of the two things that set a state to zero
    model = keras.models.load_model(folder / "sgd.keras")
    losses = []
    for step in range(STEPS):
        model.reset_metrics()
        rows = slice(step * BATCH % EXAMPLES, step * BATCH % EXAMPLES + BATCH)
        losses.append(float(np.asarray(model.train_on_batch(x[rows], y[rows], return_dict=True)["loss"])))
    (folder / "sgd.losses").write_text("\n".join(map(repr, losses)) + "\n")
    # scored from zeros, as a model that was just loaded
    fresh = keras.models.load_model(folder / "sgd.keras")
    write_arrays(folder / "predicted.bin", [fresh.predict(x, batch_size=BATCH, verbose=0)])
