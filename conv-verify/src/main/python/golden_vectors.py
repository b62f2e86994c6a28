"""Golden vectors: what SciPy and NumPy answer, checked against exact arithmetic, as JSON files.

    python3 conv-verify/src/main/python/golden_vectors.py            writes the files
    python3 conv-verify/src/main/python/golden_vectors.py --check    compares the committed files

Exit codes: 0 written or equal; 1 a file differs; 2 wrong usage; 3 this Python cannot make the
files (the message says what is missing); 4 a library's result is wrong and no defect is declared,
or a declared one does not show (nothing is written).

Two runs give equal bytes, on every x86-64 processor: seeds are fixed, and so are the kernels that
OpenBLAS and NumPy would otherwise choose by the processor, since each kernel rounds differently.

Schema "conv4j-golden-vectors/2", one file:

    schema, convention ("scipy" or "numpy"), count, provenance, vectors

one vector: id, operation ("convolve", "correlate"), mode ("full", "same", "valid"), in1, in2,
expected, and where a library is wrong deviation; one array: dtype (NumPy's name), shape, data (flat,
row-major), and for complex dtypes imag. The strings "nan", "inf" and "-inf" stand for the numbers
that JSON does not have. index.json lists the files in their order.

"expected" is always right by the definition: the library's result where that is within the
componentwise bound, else the exact result rounded to nearest. One deviation: defect (an identifier
of DEVIATIONS.md), library (the array that the library returned) or error (what it raised), and call.

The sign of a zero in "expected" is the library's own; the definition does not determine it.
"""

import json
import os
import platform
import sys
from pathlib import Path

# Read when the libraries are loaded, so these have to be set before NumPy is imported.
os.environ["OPENBLAS_CORETYPE"] = "Prescott"
os.environ["NPY_ENABLE_CPU_FEATURES"] = "X86_V2"
sys.dont_write_bytecode = True  # No __pycache__ among the sources.

EXIT_DIFFERENT, EXIT_USAGE, EXIT_UNABLE, EXIT_WRONG = 1, 2, 3, 4
NUMPY_VERSION, SCIPY_VERSION = "2.4.6", "1.17.1"

try:
    import numpy as np
    import scipy
    import scipy.signal
except ImportError as missing:
    print(f"needs numpy {NUMPY_VERSION} and scipy {SCIPY_VERSION}: {missing}")
    sys.exit(EXIT_UNABLE)

import golden_cases as cases
import golden_deviations as deviations
import golden_special as special
from golden_library import WrongResult, call_text
from golden_textbook import textbook_file

SCHEMA = "conv4j-golden-vectors/2"
INDEX_SCHEMA = "conv4j-golden-vectors-index/1"
SCRIPT = "conv-verify/src/main/python/golden_vectors.py"
OUTPUT = Path(__file__).resolve().parent.parent / "resources/org/conv4j/verify/vector"
LIBRARIES = {"scipy": ("SciPy", SCIPY_VERSION), "numpy": ("NumPy", NUMPY_VERSION)}


def file_text(convention, vectors):
    """One vector on each line, so that a difference between two versions can be read."""
    library, version = LIBRARIES[convention]
    (operation,) = {each["operation"] for each in vectors}
    head = {
        "schema": SCHEMA,
        "convention": convention,
        "count": len(vectors),
        "provenance": {
            "library": library,
            "version": version,
            "numpy": NUMPY_VERSION,
            "function": call_text(operation, convention, "direct"),
            "generator": SCRIPT,
            "command": f"python3 {SCRIPT}",
        },
    }
    lines = [f"{to_json(key)}: {to_json(value)}," for key, value in head.items()]
    rows = ",\n".join(to_json(each) for each in vectors)
    return "{\n" + "\n".join(lines) + '\n"vectors": [\n' + rows + "\n]\n}\n"


def index_text(counts):
    rows = ",\n".join(to_json({"file": name, "count": count}) for name, count in counts.items())
    return f'{{\n"schema": {to_json(INDEX_SCHEMA)},\n"files": [\n{rows}\n]\n}}\n'


def to_json(value):
    return json.dumps(value, allow_nan=False)


def generate():
    """The text of every file, by name."""
    contents = {f"scipy-rank{rank}.json": ("scipy", cases.scipy_file(rank)) for rank in range(5)}
    contents["scipy-rank5.json"] = ("scipy", cases.scipy_rank5())
    contents["scipy-dtypes.json"] = ("scipy", cases.scipy_dtypes())
    contents["scipy-mixed.json"] = ("scipy", cases.scipy_mixed())
    contents["scipy-integers.json"] = ("scipy", cases.scipy_integers())
    contents["scipy-special.json"] = ("scipy", special.scipy_special())
    contents["scipy-correlate.json"] = (
        "scipy",
        cases.scipy_correlate()
        + special.scipy_correlate_special()
        + deviations.scipy_correlate_deviations(),
    )
    contents["scipy-deviations.json"] = ("scipy", deviations.scipy_deviations())
    contents["numpy.json"] = ("numpy", cases.numpy_file())
    contents["numpy-dtypes.json"] = ("numpy", cases.numpy_dtypes())
    contents["numpy-special.json"] = (
        "numpy", special.numpy_special() + deviations.numpy_deviations()
    )
    contents["numpy-correlate.json"] = (
        "numpy",
        cases.numpy_correlate()
        + special.numpy_correlate_special()
        + deviations.numpy_correlate_deviations(),
    )
    contents["textbook-scipy.json"] = ("scipy", textbook_file("scipy"))
    contents["textbook-numpy.json"] = ("numpy", textbook_file("numpy"))
    seen = set()
    for name, (_, vectors) in contents.items():
        for each in vectors:
            if each["id"] in seen:
                raise AssertionError(f"{name}: identifier {each['id']} is used twice")
            seen.add(each["id"])
    texts = {name: file_text(convention, made) for name, (convention, made) in contents.items()}
    texts["index.json"] = index_text({name: len(made) for name, (_, made) in contents.items()})
    return texts


def write(texts):
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (OUTPUT / name).write_bytes(text.encode())
    return 0


def check(texts):
    complaints = []
    for name, text in texts.items():
        path = OUTPUT / name
        if not path.is_file():
            complaints.append(f"{name} is missing")
        elif path.read_bytes() != text.encode():
            complaints.append(f"{name} differs from what {SCRIPT} makes, first in line "
                              f"{first_difference(path.read_bytes(), text.encode())}")
    if OUTPUT.is_dir():
        strangers = {path.name for path in OUTPUT.glob("*.json")} - set(texts)
        complaints += [f"{name} is not made by {SCRIPT}" for name in sorted(strangers)]
    for complaint in complaints:
        print(complaint)
    return EXIT_DIFFERENT if complaints else 0


def first_difference(committed, made):
    ours, theirs = committed.split(b"\n"), made.split(b"\n")
    for number, (left, right) in enumerate(zip(ours, theirs), start=1):
        if left != right:
            return number
    return min(len(ours), len(theirs)) + 1


def unable():
    """Why this Python would make other bytes, or None."""
    if (np.__version__, scipy.__version__) != (NUMPY_VERSION, SCIPY_VERSION):
        return (f"needs numpy {NUMPY_VERSION} and scipy {SCIPY_VERSION},"
                f" found {np.__version__} and {scipy.__version__}")
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return f"rounds as x86-64 does, found {platform.machine()}"
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]["name"]
    if blas != "scipy-openblas":
        return f"needs the NumPy of the package index, with scipy-openblas, found {blas}"
    return None


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(f"usage: python3 {SCRIPT} [--check]")
        return EXIT_USAGE
    reason = unable()
    if reason is not None:
        print(reason)
        return EXIT_UNABLE
    try:
        texts = generate()
    except WrongResult as wrong:
        print(f"refused, nothing is written: {wrong}")
        return EXIT_WRONG
    return check(texts) if arguments else write(texts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
