"""Exports each model by both of PyTorch's exporters and writes what PyTorch computes: write.py FOLDER [WORD]."""
import logging
import os
import sys
import warnings

import torch

from models import MODELS, without_chance

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)
EXAMPLES, BATCH, STEPS = 40, 8, 50


def export(model, example, file, dynamo, fused):
    """Batch norms stay apart from convolutions, as they are in training, where not fused."""
    if dynamo:
        torch.onnx.export(model, (example,), file, dynamo=True, external_data=False, verbose=False, input_names=["x"],
                          dynamic_shapes=({0: torch.export.Dim("batch")},), optimize=fused)
    else:
        torch.onnx.export(model, (example,), file, dynamo=False, input_names=["x"], dynamic_axes={"x": {0: "batch"}},
                          training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False)


def curve(model, x, y, rate):
    optimizer = torch.optim.SGD(model.parameters(), rate)
    losses = []
    for step in range(STEPS):
        rows = slice(step * BATCH % EXAMPLES, step * BATCH % EXAMPLES + BATCH)
        loss = torch.nn.functional.cross_entropy(model(x[rows]), y[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def main():
    root, word = sys.argv[1], (sys.argv[2] if len(sys.argv) > 2 else "").lower()
    lines = []
    for name, (make, examples, classes, rate) in MODELS.items():
        if word not in name.lower():
            continue
        torch.manual_seed(7)
        model = without_chance(make())
        with torch.no_grad():  # equal numbers in several layers would be stored once
            for parameter in model.parameters():
                parameter.add_(torch.randn_like(parameter) * 0.01)
        folder = os.path.join(root, name.replace(" ", "_"))
        os.makedirs(folder, exist_ok=True)
        x, y = examples(EXAMPLES), torch.randint(0, classes, (EXAMPLES,))
        model.eval()
        for dynamo in (False, True):
            file = os.path.join(folder, "dynamo.onnx" if dynamo else "torchscript.onnx")
            try:
                norms = any(isinstance(m, torch.nn.modules.batchnorm._BatchNorm) for m in model.modules())
                model.train(norms)
                export(model, x[:2], file, dynamo, not norms)
            except Exception as fault:  # the exporter's own limits are told, not hidden
                print(f"{name}: {os.path.basename(file)} was not exported: {str(fault)[:200]}", flush=True)
            model.eval()
        x.numpy().tofile(os.path.join(folder, "x.bin"))
        y.numpy().tofile(os.path.join(folder, "labels.bin"))
        with torch.no_grad():
            model(x).numpy().tofile(os.path.join(folder, "outputs.bin"))
        model.train()
        losses = curve(model, x, y, rate)
        with open(os.path.join(folder, "losses.txt"), "w") as out:
            out.write("".join(f"{loss!r}\n" for loss in losses))
        for exporter in ("torchscript", "dynamo"):
            lines.append(f"{name}\t{exporter}\t{classes}\t{rate}\t{os.path.basename(folder)}\n")
        print(f"{name}: {losses[0]:.5f} ... {losses[-1]:.5f}", flush=True)
    with open(os.path.join(root, "cases.tsv"), "w") as out:
        out.writelines(lines)


main()
