"""What a case is: a model, inputs and what Keras makes of them; written where the Java side finds it."""
import os
import struct
from pathlib import Path

import numpy as np

CASES = []


class Case:
    """A named model and the inputs that it is tried on."""

    def __init__(self, name, build, inputs, recurrent, files, backend):
        self.name = name
        self.build = build
        self.inputs = inputs
        self.recurrent = recurrent
        self.files = files
        self.backend = backend


def case(name, build, *inputs, recurrent=False, files=("keras", "h5"), backend="torch"):
    """Registers a case; backend is that of Keras 3 which does what Keras documents. An input is a shape (floats), or a function from a random generator to an array."""
    if any(c.name == name for c in CASES):
        raise ValueError("two cases are called " + name)
    CASES.append(Case(name, build, inputs, recurrent, files, backend))


def layer(name, make, *shapes, recurrent=False, files=("keras", "h5"), backend="torch", batch=3):
    """Registers a case of one layer on inputs of these shapes (without the batch)."""
    def build(keras):
        inputs = [keras.Input(shape, name=f"in{i}") for i, shape in enumerate(shapes)]
        made = make(keras.layers)
        return keras.Model(inputs, made(inputs if len(inputs) > 1 else inputs[0]))
    case(name, build, *[(batch,) + tuple(s) for s in shapes], recurrent=recurrent, files=files, backend=backend)


def tokens(high, *shape, low=0):
    """An input of whole numbers from low to high (excluded)."""
    return lambda rng: rng.integers(low, high, shape).astype("int64")


def gaps(batch, steps, features):
    """Sequences some of whose steps are all 0: first, last, in between, and one sequence of nothing else."""
    def make(rng):
        x = rng.standard_normal((batch, steps, features)).astype("float32")
        hidden = rng.random((batch, steps)) < 0.4
        hidden[0] = False
        hidden[1] = True
        hidden[2, 0], hidden[2, -1] = True, False
        x[hidden] = 0
        return x
    return make


def arrays_of(inputs, rng):
    """The inputs' arrays, the same for the same generator."""
    return [i(rng) if callable(i) else rng.standard_normal(i).astype("float32") for i in inputs]


def shake(model, rng):
    """Gives every weight a value that no initializer gives, so that none can be mistaken for another."""
    for variable in model.variables:
        name = variable.name.split("/")[-1].split(":")[0]
        shape = tuple(variable.shape)
        if "seed" in name or "state" in name or not str(variable.dtype).split(".")[-1].startswith("float"):
            continue
        if name in ("gamma", "moving_variance", "variance", "kernel_variance"):
            value = rng.uniform(0.5, 1.5, shape)
        elif name in ("moving_mean", "mean", "beta", "bias", "count"):
            value = rng.standard_normal(shape) * 0.1
        else:
            value = np.asarray(rng.standard_normal(shape)) * 0.02 + numbers(variable)
        variable.assign(value.astype("float32"))


def numbers(variable):
    """A variable's values, of whatever backend."""
    value = variable.value if not callable(variable.value) else variable
    if hasattr(value, "detach"):
        value = value.detach().cpu()
    return np.asarray(value)


def flat(values):
    """Outputs in order, whatever structure they come in."""
    if isinstance(values, dict):
        return [f for key in sorted(values) for f in flat(values[key])]
    if isinstance(values, (list, tuple)):
        return [f for value in values for f in flat(value)]
    if hasattr(values, "detach"):
        values = values.detach().cpu()
    return [np.asarray(values)]


def write_arrays(path, arrays):
    """A count, then for each array a letter (f or i), its rank, its sizes, its values; all big-endian."""
    with open(path, "wb") as out:
        out.write(struct.pack(">i", len(arrays)))
        for array in arrays:
            whole = array.dtype.kind in "iub"
            out.write(b"i" if whole else b"f")
            out.write(struct.pack(f">i{array.ndim}i", array.ndim, *array.shape))
            out.write(np.ascontiguousarray(array, dtype=">i8" if whole else ">f4").tobytes())


def write(chosen, keras, root, label):
    """Writes every case; returns lines of the list that the Java side reads."""
    lines = []
    for one in chosen:
        rng = np.random.default_rng(abs(hash_of(one.name)))
        keras.utils.set_random_seed(1)
        keras.backend.clear_session()
        folder = Path(root) / one.name.replace(" ", "_").replace("/", "_")
        os.makedirs(folder, exist_ok=True)
        try:
            model = one.build(keras)
            given = arrays_of(one.inputs, rng)
            shake(model, rng)
            for ending in one.files:
                model.save(folder / f"model-{label}.{ending}")
            made = flat(model(given if len(given) > 1 else given[0], training=False))
        except Exception as fault:  # noqa: BLE001 - Keras itself cannot do this on this backend: no oracle, no case
            print(f"left out, Keras fails: {one.name}: {str(fault).strip().splitlines()[0][:120]}", flush=True)
            continue
        write_arrays(folder / f"inputs-{label}.bin", given)
        write_arrays(folder / f"outputs-{label}.bin", made)
        for ending in one.files:
            file = folder / f"model-{label}.{ending}"
            lines.append("\t".join([one.name, label, "recurrent" if one.recurrent else "plain", str(file.relative_to(root))]))
    return lines


def hash_of(name):
    """A number from a name, the same in every process."""
    import zlib
    return zlib.crc32(name.encode())
