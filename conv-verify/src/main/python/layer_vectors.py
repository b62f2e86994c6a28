"""Golden vectors of layers: exact results of the defining sums, as JSON files.

    python3 conv-verify/src/main/python/layer_vectors.py            writes the files
    python3 conv-verify/src/main/python/layer_vectors.py --check    compares the committed files

Exit codes: 0 written or equal; 1 a file differs; 2 wrong usage; 3 this Python cannot make the
files (the message says what is missing); 4 two computations of a result differ, or a result is not
what another source prints (nothing is written).

NumPy draws the operands, from fixed seeds; the sums are made of Python integers, so two runs give
equal bytes on every machine. Each layer is computed in two ways that share no code (layer_exact).

Schema "conv4j-golden-layers/1", one file:

    schema, count, provenance, vectors

one vector: id; operation; options; operands; expected; accuracy; and where another project has the
same vector, source.

    operation         operands
    convolve          input, weights, bias where there is one
    transposed        input, weights, bias where there is one
    input_gradient    output_gradient, weights, shape (of the input)
    weight_gradient   input, output_gradient, shape (of the weights)
    bias_gradient     output_gradient

Options, each only where it differs from the plain layer: stride, dilation, output_padding (a number
for each spatial axis); padding ("same_upper", "same_lower", or before and after, with a number for
each spatial axis); groups; rounding ("up"); layout ("nhwc"); input_zero_point; weight_zero_points
(one, or one for each output channel). Layers correlate.

Arrays are those of golden_vectors.py: dtype, shape, data and for complex dtypes imag. Operands may
have a rule in place of data: {"seed", "values", "divisor"}. With s[0] = seed and s[k+1] = 16807 s[k]
mod (2^31 - 1), element k in row-major order is (s[k+1] mod values - floor(values / 2)) / divisor, a
whole number divided by another in the real type of the dtype, so rounded to nearest once. Imaginary
parts follow all real parts. Integers have the divisor 1.

"expected" is the exact result: wrapped for integers, rounded to nearest once for floats. If accuracy
is "exact", no sum of the terms is rounded, in whatever order and with or without fused operations, so
every implementation by sums gives this very result. Else it is "componentwise", which is the bound
that such an implementation has to meet. The sign of a zero is not determined.
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True  # No __pycache__ among the sources.

import golden_files as files

NUMPY_VERSION = "2.4.6"

try:
    import numpy as np
except ImportError as missing:
    print(f"needs numpy {NUMPY_VERSION}: {missing}")
    sys.exit(files.EXIT_UNABLE)

import layer_cases as cases
import layer_onnx as onnx

SCHEMA = "conv4j-golden-layers/1"
INDEX_SCHEMA = "conv4j-golden-layers-index/1"
SCRIPT = "conv-verify/src/main/python/layer_vectors.py"
OUTPUT = Path(__file__).resolve().parent.parent / "resources/org/conv4j/verify/layer/vector"
PROVENANCE = {
    "library": "NumPy",
    "version": NUMPY_VERSION,
    "numpy": NUMPY_VERSION,
    "function": "the sum over c and t of w[m, c, t] * x[n, g C + c, o s + t d - p], exactly",
    "generator": SCRIPT,
    "command": f"python3 {SCRIPT}",
}


def file_text(vectors):
    head = {"schema": SCHEMA, "count": len(vectors), "provenance": PROVENANCE}
    return files.file_text(head, vectors, compact=True)


def generate():
    """The text of every file, by name."""
    contents = {f"convolve-rank{rank}.json": cases.convolve_file(rank) for rank in (1, 2, 3)}
    contents["convolve-mixed.json"] = cases.mixed_file()
    contents["convolve-wrapping.json"] = cases.wrapping_file()
    contents["convolve-zero-points.json"] = cases.zero_points_file()
    contents["transposed.json"] = cases.transposed_file()
    contents["input-gradient.json"] = cases.input_gradient_file()
    contents["weight-gradient.json"] = cases.weight_gradient_file()
    contents["bias-gradient.json"] = cases.bias_gradient_file()
    contents["textbook.json"] = cases.textbook_file()
    contents["onnx.json"] = onnx.onnx_file()
    files.require_distinct(contents)
    texts = {name: file_text(vectors) for name, vectors in contents.items()}
    counts = {name: len(vectors) for name, vectors in contents.items()}
    texts["index.json"] = files.index_text(INDEX_SCHEMA, counts)
    return texts


def unable():
    """Why this Python would make other bytes, or None."""
    if np.__version__ != NUMPY_VERSION:
        return f"needs numpy {NUMPY_VERSION}, found {np.__version__}"
    return None


if __name__ == "__main__":
    sys.exit(files.run(sys.argv[1:], SCRIPT, OUTPUT, unable, generate))
