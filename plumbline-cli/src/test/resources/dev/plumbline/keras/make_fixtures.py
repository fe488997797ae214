"""Writes the models of this folder and what Keras 3 makes of them: KERAS_BACKEND=torch python make_fixtures.py

Each NAME.keras has beside it NAME-inputs.bin and NAME-outputs.bin, in the form of bench/keras_parity/cases.py.
"""
import os
import sys
import zipfile
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")
here = Path(__file__).resolve().parent
sys.path.insert(0, str(next(p for p in here.parents if (p / "bench").is_dir()) / "bench" / "keras_parity"))

import keras
import numpy as np

from cases import arrays_of, flat, gaps, shake, write_arrays

k = keras.layers


def recurrent():
    a = keras.Input((5, 3))
    made = []
    for kind in (k.LSTM, k.GRU, k.SimpleRNN):
        made += [kind(4)(a), kind(2, return_sequences=True, go_backwards=True, use_bias=False)(a)]
        made += kind(2, activation="softsign", return_sequences=True, return_state=True)(a)
    made += [k.GRU(3, reset_after=False)(a), k.LSTM(3, recurrent_activation="hard_sigmoid", activation="elu")(a)]
    made += [k.LSTM(3, recurrent_dropout=0.5, dropout=0.5)(a)]
    made += k.RNN([k.LSTMCell(3), k.GRUCell(2)], return_sequences=True, return_state=True)(a)
    h = k.Dense(3)(k.Flatten()(a))
    made += [k.LSTM(3, return_sequences=True)(a, initial_state=[h, h])]
    return keras.Model(a, made), [(2, 5, 3)]


def masked():
    a = keras.Input((6, 3))
    x = k.Masking()(a)
    made = [k.LSTM(2)(x), k.GRU(2, return_sequences=True)(x), k.SimpleRNN(2, go_backwards=True, return_sequences=True)(x)]
    made += k.LSTM(2, return_sequences=True, return_state=True)(x)
    made += [k.Bidirectional(k.LSTM(2, return_sequences=True))(x), k.LSTM(2, activation="elu")(x)]
    made += [k.LSTM(2)(k.Dense(3)(k.Dropout(0.5)(x))), k.GRU(2)(k.Conv1D(2, 1)(x))]
    return keras.Model(a, made), [gaps(4, 6, 3)]


def embedded():
    a = keras.Input((6,), dtype="int64")
    x = k.Embedding(7, 4, mask_zero=True)(a)
    made = [k.GlobalAveragePooling1D()(x), k.GlobalAveragePooling1D()(k.MultiHeadAttention(2, 3)(x, x))]
    made += [k.GlobalAveragePooling1D()(k.Attention()([x, x])), k.LSTM(2)(k.Concatenate()([x, x])), k.LSTM(2)(k.Add()([x, x]))]

    def sentence(rng):
        ids = rng.integers(1, 7, (3, 6))
        ids[1, 4:] = 0
        ids[2, 1:] = 0
        return ids.astype("int64")
    return keras.Model(a, made), [sentence]


def wrapped():
    a, b = keras.Input((4, 3)), keras.Input((3, 4, 5, 2))
    made = [k.Bidirectional(k.GRU(2), merge_mode=m)(a) for m in ("concat", "sum", "mul", "ave")]
    made += list(k.Bidirectional(k.LSTM(2, return_sequences=True), merge_mode=None)(a))
    made += list(k.Bidirectional(k.LSTM(2, return_state=True))(a))
    made += [k.TimeDistributed(k.Dense(2))(a), k.TimeDistributed(k.Conv2D(2, 2))(b)]
    made += [k.ConvLSTM2D(2, 3, padding="same", return_sequences=True)(b), k.ConvLSTM2D(2, 2, strides=2, go_backwards=True)(b)]
    return keras.Model([a, b], made), [(2, 4, 3), (2, 3, 4, 5, 2)]


def attention():
    a, b, c = keras.Input((4, 6)), keras.Input((5, 6)), keras.Input((4, 5), dtype="bool")
    made = [k.MultiHeadAttention(2, 3, value_dim=4)(a, b), k.MultiHeadAttention(2, 3)(a, a, use_causal_mask=True)]
    made += list(k.MultiHeadAttention(2, 3, output_shape=5)(a, b, attention_mask=c, return_attention_scores=True))
    made += [k.GroupQueryAttention(3, 4, 2)(a, b), k.Attention(use_scale=True)([a, b]), k.Attention(score_mode="concat")([a, b])]
    made += [k.AdditiveAttention()([a, b])]

    def some(rng):
        mask = rng.random((2, 4, 5)) < 0.6
        mask[:, :, 0] = True
        return mask
    return keras.Model([a, b, c], made), [(2, 4, 6), (2, 5, 6), some]


def compress(file):
    """Keras stores without compression; most of so small a model is air."""
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)


for make in (recurrent, masked, embedded, wrapped, attention):
    rng = np.random.default_rng(7)
    keras.utils.set_random_seed(1)
    keras.backend.clear_session()
    model, inputs = make()
    given = arrays_of(inputs, rng)
    shake(model, rng)
    model.save(here / f"{make.__name__}.keras")
    compress(here / f"{make.__name__}.keras")
    write_arrays(here / f"{make.__name__}-inputs.bin", given)
    write_arrays(here / f"{make.__name__}-outputs.bin", flat(model(given if len(given) > 1 else given[0], training=False)))
