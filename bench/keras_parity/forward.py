"""Writes the cases of forward passes: forward.py FOLDER LABEL [WORD [quick]]: only cases whose name holds the word; quick without the deepest.

LABEL is keras3, keras3-tensorflow (cases that need this backend) or keras2 (tf_keras).
"""
import os
import sys
import warnings

warnings.filterwarnings("ignore")
label = sys.argv[2]
backend = "tensorflow" if label == "keras3-tensorflow" else "torch"
os.environ["KERAS_BACKEND"] = backend
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

root = sys.argv[1]
word = sys.argv[3].lower() if len(sys.argv) > 3 else ""
if label == "keras2":
    import tf_keras as keras
else:
    import keras

import logging

import cases
import layers
import networks

logging.getLogger("absl").setLevel(logging.ERROR)
layers.register()
networks.register()
os.makedirs(root, exist_ok=True)
quick = len(sys.argv) > 4 and sys.argv[4] == "quick"
chosen = [c for c in cases.CASES if word in c.name.lower() and not (quick and c.name in networks.DEEP)]
if label == "keras2":
    for one in chosen:
        one.files = ("h5",)
else:
    chosen = [c for c in chosen if c.backend == backend]
lines = cases.write(chosen, keras, root, label)
with open(os.path.join(root, f"{label}.tsv"), "w") as out:
    out.write("".join(line + "\n" for line in lines))
print(f"{keras.__version__}: wrote {len(lines)} files of {len({l.split(chr(9))[0] for l in lines})} cases")
