"""Writes the .npz files of this folder with NumPy itself; they are committed, the build never runs this."""

import numpy as np

rng = np.random.default_rng(0)
n = 12
values = np.arange(n * 3).reshape(n, 3) - 5
y = np.arange(n) % 3

for name, dtype in {
    "bool": "?", "u1": "u1", "u2": "<u2", "u2be": ">u2", "u4": "<u4", "u8": "<u8", "i1": "i1", "i2": "<i2",
    "i2be": ">i2", "i4": "<i4", "i8": "<i8", "i8be": ">i8", "f2": "<f2", "f4": "<f4", "f4be": ">f4", "f8": "<f8",
    "f8be": ">f8",
}.items():
    x = np.abs(values).astype(dtype) if dtype.strip("<>")[0] in "u?" else values.astype(dtype)
    np.savez(f"dtype-{name}.npz", x=x, y=y)
np.savez("fortran.npz", x=np.asfortranarray(np.arange(n * 2 * 5, dtype="f4").reshape(n, 2, 5)), y=y)
np.savez("fortran-big-endian.npz", x=np.asfortranarray(np.arange(n * 3, dtype=">f8").reshape(n, 3)), y=y)
np.savez_compressed("compressed.npz", x=values.astype("f4"), y=y)
np.savez("half.npz", x=np.array([[0.1, -2.5], [65504, 6e-8], [np.inf, np.nan], [1, 0]], dtype="f2"), y=[0, 1, 0, 1])
np.savez("words.npz", x=values.astype("f4"), y=np.array(["cat", "dog", "émeu \U0001d11e"])[y])
np.savez("words-big-endian.npz", x=values.astype("f4"), y=np.array(["cat", "dog", "émeu"]).astype(">U4")[y])
np.savez("one-hot.npz", x=values.astype("f4"), y=np.eye(3, dtype="f4")[y])
np.savez("labels.npz", x=values.astype("f4"), y=(values[:, [0, 2]] % 2 == 0).astype("i8"))
np.savez("amounts.npz", x=values.astype("f4"), y=rng.normal(size=(n, 2)))
np.savez("column-target.npz", x=values.astype("f4"), y=rng.normal(size=(n, 1)).astype("f4"))
np.savez("channels-last.npz", x=np.arange(n * 4 * 5 * 3, dtype="u2").reshape(n, 4, 5, 3), y=y)
np.savez("channels-first.npz", x=np.arange(n * 3 * 4 * 5, dtype="u2").reshape(n, 3, 4, 5), y=y)
np.savez("gray.npz", x=rng.integers(0, 256, size=(n, 8, 8), dtype="u1"), y=y)
np.savez("sequence.npz", x=rng.normal(size=(n, 7, 2)).astype("f4"), y=y)
np.savez("tokens.npz", x=rng.integers(0, 50, size=(n, 6)), y=y)
np.savez(
    "all-splits.npz", x_train=values[:6].astype("f4"), y_train=y[:6], x_val=values[6:9].astype("f4"), y_val=y[6:9],
    x_test=values[9:].astype("f4"), y_test=y[9:],
)
np.savez("named.npz", pixels=values.astype("f4"), kind=y)
np.savez("two-inputs.npz", a=values.astype("f4"), b=values.astype("f8") * 2, y=y)
np.savez("pickled.npz", x=np.array([[1], ["a"]] * 6, dtype=object), y=y)
np.savez("structured.npz", x=np.zeros(n, dtype=[("a", "f4"), ("b", "i4")]), y=y)
np.savez("complex.npz", x=values.astype("c8"), y=y)
np.savez("dates.npz", x=np.arange(n).astype("M8[D]"), y=y)
np.savez("nan-targets.npz", x=values.astype("f4"), y=np.where(np.arange(n) % 5 == 3, np.nan, 1.5 * np.arange(n)))
np.savez("unequal.npz", x=values.astype("f4"), y=y[:-1])
np.savez("scalar-target.npz", x=values.astype("f4"), y=np.int64(3))
np.savez("empty.npz", x=np.zeros((0, 3)), y=np.zeros(0))


def with_version(name, version):
    import io, zipfile

    with zipfile.ZipFile(name, "w") as archive:
        for key, array in {"x": values.astype("f4"), "y": y}.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, array, version=version)
            archive.writestr(key + ".npy", buffer.getvalue())


with_version("version-2.npz", (2, 0))
with_version("version-3.npz", (3, 0))
# clips of 2 frames with images as targets: more axes than a table or an image has
np.savez("clips.npz", x=np.arange(12 * 16.0).reshape(12, 2, 2, 2, 2), y=np.arange(12 * 4).reshape(12, 2, 2) / 7)
# a class at each position: numbers, a 1 among zeros, with a spare axis, one that is no class
tags = np.arange(12 * 3).reshape(12, 3) % 4
np.savez("tags.npz", x=np.arange(12 * 3).reshape(12, 3) % 5, y=tags)
np.savez("tags-one-hot.npz", x=np.arange(12 * 3).reshape(12, 3) % 5, y=np.eye(4)[tags])
np.savez("tags-column.npz", x=np.arange(12 * 3).reshape(12, 3) % 5, y=tags[..., None])
np.savez("tags-wrong.npz", x=np.arange(12 * 3).reshape(12, 3) % 5, y=tags - 1)
