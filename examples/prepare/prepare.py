"""Writes the data files of examples/ from the copies that scikit-learn and aeon carry.

The product never runs this: the files are committed. It is here so that anyone can see where they come from and
make them again, byte for byte:

    python3 -m venv prepare-env && prepare-env/bin/pip install -r examples/prepare/requirements.txt
    prepare-env/bin/python examples/prepare/prepare.py examples

Sources and licences are in examples/DATA.md.
"""

import csv
import io
import sys
import zipfile
from pathlib import Path

import aeon.datasets
import numpy as np
from sklearn import datasets
from sklearn.model_selection import train_test_split

SEED = 0
TEST_SHARE = 0.2
LONGEST_UTTERANCE = 29


def text(value):
    """The shortest text that reads back as the same number; whole numbers without a point."""
    if isinstance(value, str):
        return value
    number = float(value)
    return str(int(number)) if number.is_integer() else repr(number)


def write_csv(file, names, rows):
    with open(file, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([text(value) for value in row] for row in rows)


def write_split_csv(folder, names, inputs, targets, stratify):
    """train.csv and test.csv, the target as the last column."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [list(row) + [target] for row, target in zip(inputs, targets)]
    train, test = train_test_split(
        rows, test_size=TEST_SHARE, random_state=SEED, stratify=targets if stratify else None
    )
    write_csv(folder / "train.csv", names, train)
    write_csv(folder / "test.csv", names, test)


def write_npz(file, arrays):
    """As numpy.savez_compressed, but with a fixed time stamp, so that the same arrays give the same bytes."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.save(buffer, array, allow_pickle=False)
            entry = zipfile.ZipInfo(name + ".npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, buffer.getvalue())


def digits(examples):
    data = datasets.load_digits()
    names = [f"p{i}" for i in range(64)] + ["digit"]
    write_split_csv(examples / "digits", names, data.data, data.target, True)


def named_classes(folder, data, target):
    classes = [str(data.target_names[number]) for number in data.target]
    write_split_csv(folder, list(data.feature_names) + [target], data.data, classes, True)


def diabetes(examples):
    data = datasets.load_diabetes(scaled=False)
    names = list(data.feature_names) + ["progression"]
    write_split_csv(examples / "diabetes", names, data.data, data.target, False)


def vowels(examples):
    """The authors' own split; utterances of 7 to 29 steps, with zeros behind the last step."""
    folder = examples / "vowels"
    folder.mkdir(parents=True, exist_ok=True)
    for split in ("train", "test"):
        series, speakers = aeon.datasets.load_japanese_vowels(split=split)
        x = np.zeros((len(series), LONGEST_UTTERANCE, 12), dtype=np.float32)
        for row, utterance in zip(x, series):
            row[: utterance.shape[1]] = utterance.T
        y = np.array([int(speaker) for speaker in speakers], dtype=np.int64)
        write_npz(folder / f"{split}.npz", {"x": x, "y": y})


def main(examples):
    digits(examples)
    named_classes(examples / "breast-cancer", datasets.load_breast_cancer(), "diagnosis")
    named_classes(examples / "wine", datasets.load_wine(), "cultivar")
    diabetes(examples)
    vowels(examples)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "examples"))
