"""Writes every test case of the onnx package into a folder, in a form that needs no protobuf to read.

    python write_cases.py FOLDER

For each case FOLDER/SUITE/NAME/ holds model.onnx, values.bin (all inputs and outputs, little-endian, one after the
other) and case.json, which says what is in both and what the model uses. Whole numbers and truths stand in values.bin as
int64, real numbers as float32 or float64.
"""

import json
import shutil
import sys
import warnings
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper
from onnx.backend.test import loader

SUITES = ["simple", "pytorch-converted", "pytorch-operator"]
RANDOM = {"Bernoulli", "Multinomial", "RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike"}


def kind_of(type_proto):
    which = type_proto.WhichOneof("value")
    if which == "tensor_type":
        return TensorProto.DataType.Name(type_proto.tensor_type.elem_type).lower()
    return which.removesuffix("_type")


def nodes_of(graph):
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            for inner in [attribute.g] if attribute.HasField("g") else attribute.graphs:
                yield from nodes_of(inner)


def is_random(model, inputs):
    """Whether the outputs depend on random numbers, which the specification does not fix."""
    names = [i.name for i in model.graph.input]
    for node in nodes_of(model.graph):
        if node.op_type in RANDOM:
            return True
        if node.op_type == "Dropout" and len(node.input) > 2 and node.input[2]:
            given = dict(zip(names, inputs))
            ratio = given.get(node.input[1], 0.5) if node.input[1] else 0.5
            if bool(np.any(given.get(node.input[2], False))) and float(np.asarray(ratio)) > 0:
                return True
    return False


def array(value):
    """A tensor as an array of a carrier type, or None for what is no tensor of numbers."""
    if isinstance(value, TensorProto):
        value = numpy_helper.to_array(value)
    if isinstance(value, (int, float, bool, np.generic)):
        value = np.asarray(value)
    if not isinstance(value, np.ndarray) or value.dtype.kind in "OSUc":
        return None
    if value.dtype == np.float64:
        return value
    if value.dtype.kind in "iub":
        return value.astype(np.int64)
    return value.astype(np.float32)


def write_values(path, values, infos):
    facts = []
    with open(path, "ab") as file:
        for value, info in zip(values, infos):
            data = array(value)
            fact = {"name": info.name, "type": kind_of(info.type)}
            if data is not None and fact["type"] not in ("sequence", "optional", "map", "sparse_tensor"):
                fact |= {"carrier": str(data.dtype), "shape": list(data.shape), "offset": file.tell()}
                file.write(np.ascontiguousarray(data).astype(data.dtype.newbyteorder("<")).tobytes())
            facts.append(fact)
    return facts


def write_case(folder, suite, name, model, data_sets, rtol, atol, operator):
    target = folder / suite / name
    target.mkdir(parents=True)
    (target / "model.onnx").write_bytes(model.SerializeToString())
    held = {i.name for i in model.graph.initializer}
    input_infos = [i for i in model.graph.input if i.name not in held]
    sets = [
        {
            "inputs": write_values(target / "values.bin", inputs, input_infos),
            "outputs": write_values(target / "values.bin", outputs, model.graph.output),
        }
        for inputs, outputs in data_sets
    ]
    functions = {(f.domain, f.name) for f in model.functions}
    nodes = [n for g in [model.graph, *model.functions] for n in nodes_of(g)]
    used = sorted({n.op_type for n in nodes})
    infos = [*model.graph.input, *model.graph.output]
    facts = {
        "operator": operator,
        "rtol": rtol,
        "atol": atol,
        "operators": used,
        "domains": sorted(
            {n.domain for n in nodes if n.domain not in ("", "ai.onnx") and (n.domain, n.op_type) not in functions}
        ),
        "types": sorted({kind_of(i.type) for i in infos}),
        "random": any(is_random(model, inputs) for inputs, _ in data_sets),
        "sets": sets,
    }
    (target / "case.json").write_text(json.dumps(facts))


def node_cases(folder):
    cases = loader.load_node_model_tests()
    operators = {c.name: c.model.graph.node[0].op_type for c in cases}
    for case in cases:
        base = case.name.split("_expanded")[0]
        write_case(
            folder,
            "node",
            case.name,
            case.model,
            case.data_sets,
            case.rtol,
            case.atol,
            operators.get(base, operators[case.name]),
        )


def read_tensor(path):
    tensor = TensorProto()
    try:
        tensor.ParseFromString(path.read_bytes())
        return tensor if tensor.data_type != TensorProto.STRING else None
    except Exception:  # a sequence, say
        return None


def shipped_cases(folder, suite):
    for case in loader.load_model_tests(kind=suite):
        place = Path(case.model_dir)
        model = onnx.load(place / "model.onnx")
        sets = []
        for data in sorted(place.glob("test_data_set_*")):
            count = lambda stem: len(list(data.glob(stem + "_*.pb")))
            sets.append(
                tuple(
                    [read_tensor(data / f"{stem}_{i}.pb") for i in range(count(stem))] for stem in ("input", "output")
                )
            )
        write_case(folder, suite, case.name, model, sets, case.rtol, case.atol, suite)


def made_cases(folder):
    """Models that the package makes rather than ships."""
    from onnx.backend.test.case.model import collect_testcases

    for case in collect_testcases():
        if case.model is not None and not (folder / case.kind / case.name).exists():
            write_case(
                folder, case.kind, case.name, case.model, case.data_sets, case.rtol, case.atol, case.kind
            )


def main():
    warnings.filterwarnings("ignore")
    folder = Path(sys.argv[1])
    marker = folder / "version"
    if marker.exists() and marker.read_text() == onnx.__version__:
        return
    shutil.rmtree(folder, ignore_errors=True)
    node_cases(folder)
    for suite in SUITES:
        shipped_cases(folder, suite)
    made_cases(folder)
    marker.write_text(onnx.__version__)


main()
