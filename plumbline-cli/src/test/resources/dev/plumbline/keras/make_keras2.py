"""Makes keras2.h5 beside this file with Keras 2 (tf_keras), and what it gives: what Keras 3 does otherwise with masks."""
import os
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
here = Path(__file__).resolve().parent
sys.path.insert(0, str(next(p for p in here.parents if (p / "bench").is_dir()) / "bench" / "keras_parity"))

import numpy as np
import tf_keras as keras

from cases import flat, shake, write_arrays

k = keras.layers
keras.utils.set_random_seed(1)
ids, others, plain, h, c = [keras.Input(s, dtype=t) for s, t in (
    ((5,), "int64"), ((5,), "int64"), ((5, 3), "float32"), ((2,), "float32"), ((2,), "float32"))]
embedding = k.Embedding(6, 3, mask_zero=True)
a, b = embedding(ids), embedding(others)
made = [k.Bidirectional(k.LSTM(2, return_sequences=True))(a), k.Bidirectional(k.GRU(2))(a)]
made += [k.LSTM(2)(k.Add()([a, b])), k.LSTM(2)(k.Concatenate()([a, b])), k.LSTM(2)(k.Concatenate(axis=1)([a, b]))]
made += [k.LSTM(2)(k.Add()([a, plain])), k.LSTM(2)(k.Concatenate()([plain, b]))]
made += [k.Bidirectional(k.LSTM(2))(plain, initial_state=[h, c, c, h])]
model = keras.Model([ids, others, plain, h, c], made)
rng = np.random.default_rng(7)
shake(model, rng)
given = [rng.integers(0, 6, (4, 5)), rng.integers(0, 6, (4, 5))]
given[0][0, 3:], given[1][1] = 0, 0
given += [rng.standard_normal(s).astype("float32") for s in ((4, 5, 3), (4, 2), (4, 2))]
model.save(here / "keras2.h5")
write_arrays(here / "keras2-inputs.bin", given)
write_arrays(here / "keras2-outputs.bin", flat(model(given, training=False)))
