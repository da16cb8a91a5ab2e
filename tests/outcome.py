"""What suites in Python share: the tests, how each ends, and the lines that
tests/tally.sh counts.

    from outcome import Skip, Wrong, run_all, test, want
"""
import contextlib

TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Wrong(Exception):
    pass


class Skip(Exception):
    pass


def want(condition, why, run=None):
    """`run`: of a program; what it said is told as well."""
    if not condition:
        if run is not None:
            why += f"; exit {run.returncode}, said: {run.stderr.strip()[-400:]!r}"
        raise Wrong(why)


def told(function):
    """A test's name: its first words, or those of its function."""
    return function.__doc__ or function.__name__.replace("_", " ")


def run_all(name=told, within=contextlib.nullcontext):
    """Runs every test, each `within` a context; 1 when any is not right."""
    failed = 0
    for function in TESTS:
        try:
            with within():
                function()
            print("ok", name(function), flush=True)
        except Skip as why:
            print(f"skip {name(function)}: {why}", flush=True)
        except Exception as why:  # whatever goes wrong is a failure
            failed = 1
            kind = "" if isinstance(why, Wrong) else type(why).__name__ + ": "
            print(f"FAIL {name(function)}: {kind}{why}".replace("\n", " "), flush=True)
    return failed
