"""Files of golden vectors: how they are written, compared and listed in their index."""

import json

EXIT_DIFFERENT, EXIT_USAGE, EXIT_UNABLE, EXIT_WRONG = 1, 2, 3, 4


class WrongResult(Exception):
    """A result that the definition contradicts, or a table that says what is not so."""


def to_json(value, compact=False):
    return json.dumps(value, allow_nan=False, separators=(",", ":") if compact else None)


def file_text(head, vectors, compact=False):
    """One vector on each line, so that a difference between two versions can be read."""
    lines = [f"{to_json(key)}: {to_json(value)}," for key, value in head.items()]
    rows = ",\n".join(to_json(each, compact) for each in vectors)
    return "{\n" + "\n".join(lines) + '\n"vectors": [\n' + rows + "\n]\n}\n"


def index_text(schema, counts):
    rows = ",\n".join(to_json({"file": name, "count": count}) for name, count in counts.items())
    return f'{{\n"schema": {to_json(schema)},\n"files": [\n{rows}\n]\n}}\n'


def require_distinct(contents):
    """Refuses two vectors of one identifier, in one file or in two."""
    seen = set()
    for name, vectors in contents.items():
        for each in vectors:
            if each["id"] in seen:
                raise AssertionError(f"{name}: identifier {each['id']} is used twice")
            seen.add(each["id"])


def write(texts, output):
    output.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (output / name).write_bytes(text.encode())
    return 0


def check(texts, output, script):
    complaints = []
    for name, text in texts.items():
        path = output / name
        if not path.is_file():
            complaints.append(f"{name} is missing")
        elif path.read_bytes() != text.encode():
            complaints.append(f"{name} differs from what {script} makes, first in line "
                              f"{first_difference(path.read_bytes(), text.encode())}")
    if output.is_dir():
        strangers = {path.name for path in output.glob("*.json")} - set(texts)
        complaints += [f"{name} is not made by {script}" for name in sorted(strangers)]
    for complaint in complaints:
        print(complaint)
    return EXIT_DIFFERENT if complaints else 0


def first_difference(committed, made):
    ours, theirs = committed.split(b"\n"), made.split(b"\n")
    for number, (left, right) in enumerate(zip(ours, theirs), start=1):
        if left != right:
            return number
    return min(len(ours), len(theirs)) + 1


def run(arguments, script, output, unable, generate):
    """Writes the files, or compares those that are there.

    unable tells why this Python would make other bytes, or None; generate makes the text of every
    file, by name.
    """
    if arguments not in ([], ["--check"]):
        print(f"usage: python3 {script} [--check]")
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
    return check(texts, output, script) if arguments else write(texts, output)
