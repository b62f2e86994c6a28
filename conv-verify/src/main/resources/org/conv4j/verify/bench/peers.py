"""The peers of `conv-verify bench` that are written in Python: one of them in each process.

Called as `peers.py THREADS [PEER]`. Reads requests from standard input and writes replies to
standard output, one line of JSON each; see Request.java and Reply.java. Without a peer it answers
`facts` alone: versions, and for each peer that cannot be used the reason.
"""

import contextlib
import importlib
import json
import math
import os
import platform
import sys
import time
import timeit

# The module and function of each peer, and how it is called.
PEERS = {
    "np.convolve": ("numpy", "convolve", "f(a, b)"),
    "signal.convolve direct": ("scipy.signal", "convolve", "f(a, b, 'full', 'direct')"),
    "convolve2d": ("scipy.signal", "convolve2d", "f(a, b)"),
    "ndimage.convolve": ("scipy.ndimage", "convolve", "f(a, b, mode='constant')"),
    "fftconvolve": ("scipy.signal", "fftconvolve", "f(a, b)"),
    "oaconvolve": ("scipy.signal", "oaconvolve", "f(a, b)"),
    "signal.convolve fft": ("scipy.signal", "convolve", "f(a, b, 'full', 'fft')"),
    "signal.convolve auto": ("scipy.signal", "convolve", "f(a, b)"),
    "np.einsum": ("numpy", "einsum", "by_einsum(a, b, layer)"),
    "np im2col": ("numpy", "matmul", "by_im2col(a, b, layer)"),
}

BATCH = 1e-3  # shorter calls are looped until a batch takes so many seconds
PATIENCE = 5  # warming up ends after so many times the least that was asked for


def windows(a, b, layer):
    """The windows of a layer: batch, groups, channels of a group, outputs, taps; a view."""
    padding = [(0, 0), (0, 0), *zip(layer["before"], layer["after"], strict=True)]
    if any(map(any, padding)):
        a = numpy.pad(a, padding)
    axes = tuple(range(2, a.ndim))
    view = numpy.lib.stride_tricks.sliding_window_view(a, b.shape[2:], axes)
    view = view[(..., *(slice(None, None, s) for s in layer["stride"]), *[slice(None)] * len(axes))]
    groups = layer["groups"]
    return view.reshape(a.shape[0], groups, a.shape[1] // groups, *view.shape[2:])


def by_einsum(a, b, layer):
    """A layer without bias. Without a letter for the only group, it becomes a matrix product."""
    view = windows(a, b, layer)
    groups = layer["groups"]
    rank = b.ndim - 2
    outputs, taps = "xyz"[:rank], "ijk"[:rank]
    weights = b.reshape(groups, b.shape[0] // groups, *b.shape[1:])
    g = "g"
    if groups == 1:
        view, weights, g = view[:, 0], weights[0], ""
    subscripts = f"n{g}c{outputs}{taps},{g}mc{taps}->n{g}m{outputs}"
    result = numpy.einsum(subscripts, view, weights, optimize=True)
    return result.reshape(a.shape[0], b.shape[0], *result.shape[-rank:])


def by_im2col(a, b, layer):
    """A layer without bias, as a product of its weights and a matrix of windows."""
    view = windows(a, b, layer)
    groups = layer["groups"]
    rank = b.ndim - 2
    outputs = view.shape[3 : 3 + rank]
    last = [*range(3 + rank, 3 + 2 * rank), *range(3, 3 + rank)]
    columns = view.transpose(0, 1, 2, *last)
    columns = columns.reshape(a.shape[0], groups, -1, math.prod(outputs))
    result = b.reshape(groups, b.shape[0] // groups, -1) @ columns
    return result.reshape(a.shape[0], b.shape[0], *outputs)


def function(peer):
    module, name, _ = PEERS[peer]
    return getattr(importlib.import_module(module), name)


def facts():
    found = {"python": platform.python_version()}
    for module in ("numpy", "scipy"):
        with contextlib.suppress(ImportError):
            found[module] = importlib.import_module(module).__version__
    for peer, (module, name, _) in PEERS.items():
        package = module.split(".")[0]
        try:
            function(peer)
        except ImportError as error:
            found["missing " + peer] = str(error)
        except AttributeError:
            found["missing " + peer] = f"{package} {found.get(package)} has no {name}"
    return found


class Peer:
    def __init__(self, name):
        self.function = function(name)
        self.statement = PEERS[name][2]
        self.names = {}
        self.timer = None
        self.batch = 1

    def load(self, request):
        operands = {}
        for name, key in (("a", "in1"), ("b", "in2")):
            file = request[key]
            data = numpy.fromfile(file["file"], dtype=file["dtype"])
            operands[name] = data.reshape(file["shape"])
        layers = {"by_einsum": by_einsum, "by_im2col": by_im2col, "layer": request.get("layer")}
        self.names = {"f": self.function, **layers, **operands}
        # Switches the garbage collector off while it measures, and has no call of its own.
        self.timer = timeit.Timer(self.statement, globals=self.names)
        return {}

    def compute(self, request):
        start = time.perf_counter()
        result = eval(self.statement, self.names)
        seconds = time.perf_counter() - start
        numpy.ascontiguousarray(result).tofile(request["output"])
        dtype = result.dtype.name
        file = {"file": request["output"], "dtype": dtype, "shape": list(result.shape)}
        return {"seconds": seconds, "result": file}

    def warm(self, request):
        start = time.perf_counter()
        best = math.inf
        made = 0
        while True:
            best = min(best, self.timed())
            made += self.batch
            self.batch = max(1, math.ceil(BATCH / best))
            elapsed = time.perf_counter() - start
            enough = elapsed >= request["seconds"] and made >= request["calls"]
            if enough or elapsed >= PATIENCE * request["seconds"]:
                return {"seconds": best}

    def measure(self, request):
        start = time.perf_counter()
        times = []
        while len(times) < request["calls"] or time.perf_counter() - start < request["seconds"]:
            times.append(self.timed())
        times.sort()
        middle = len(times) // 2
        return {"seconds": (times[middle] + times[~middle]) / 2}

    def timed(self):
        return self.timer.timeit(self.batch) / self.batch


def serve(peer, requests, replies):
    for line in requests:
        request = json.loads(line)
        command = request["command"]
        try:
            if command == "facts":
                reply = {"facts": facts()}
            else:
                reply = getattr(peer, command)(request)
        except Exception as error:  # whatever a library raises is an answer, too
            reply = {"error": f"raised {type(error).__name__}: {error}"}
        print(json.dumps(reply), file=replies, flush=True)


def main():
    # What a library prints must not get between the replies.
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    threads = int(sys.argv[1])
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(ImportError):
            stack.enter_context(importlib.import_module("scipy.fft").set_workers(threads))
        peer = Peer(sys.argv[2]) if len(sys.argv) > 2 else None
        with contextlib.suppress(KeyboardInterrupt):
            serve(peer, sys.stdin, replies)


if __name__ == "__main__":
    with contextlib.suppress(ImportError):
        import numpy
    main()
