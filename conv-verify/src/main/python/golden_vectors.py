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

import os
import platform
import sys
from pathlib import Path

# Read when the libraries are loaded, so these have to be set before NumPy is imported.
os.environ["OPENBLAS_CORETYPE"] = "Prescott"
os.environ["NPY_ENABLE_CPU_FEATURES"] = "X86_V2"
sys.dont_write_bytecode = True  # No __pycache__ among the sources.

import golden_files as files

NUMPY_VERSION, SCIPY_VERSION = "2.4.6", "1.17.1"

try:
    import numpy as np
    import scipy
    import scipy.signal
except ImportError as missing:
    print(f"needs numpy {NUMPY_VERSION} and scipy {SCIPY_VERSION}: {missing}")
    sys.exit(files.EXIT_UNABLE)

import golden_cases as cases
import golden_deviations as deviations
import golden_special as special
from golden_library import call_text
from golden_textbook import textbook_file

SCHEMA = "conv4j-golden-vectors/2"
INDEX_SCHEMA = "conv4j-golden-vectors-index/1"
SCRIPT = "conv-verify/src/main/python/golden_vectors.py"
OUTPUT = Path(__file__).resolve().parent.parent / "resources/org/conv4j/verify/vector"
LIBRARIES = {"scipy": ("SciPy", SCIPY_VERSION), "numpy": ("NumPy", NUMPY_VERSION)}


def file_text(convention, vectors):
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
    return files.file_text(head, vectors)


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
    files.require_distinct({name: vectors for name, (_, vectors) in contents.items()})
    texts = {name: file_text(convention, made) for name, (convention, made) in contents.items()}
    counts = {name: len(made) for name, (_, made) in contents.items()}
    texts["index.json"] = files.index_text(INDEX_SCHEMA, counts)
    return texts


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


if __name__ == "__main__":
    sys.exit(files.run(sys.argv[1:], SCRIPT, OUTPUT, unable, generate))
