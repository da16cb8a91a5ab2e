#!/usr/bin/env python3
"""How long pages take that mean harm:  bench/hostile.py OUT [MEGABYTES]

For each family of tests/hostile/families.py: the CPU seconds of Ahd's tokenizer
(bench/tokens), of `ahd read --article`, and of lexbor (selectolax of PyPI) and gumbo
(libgumbo1 of Debian) where they are installed, for a page of MEGABYTES (16) and,
as the ratio in brackets, beside half of it. Above 2.2 is more than linear. A peer
gets 5 seconds a page, first for a sixteenth; the size it ends at stands behind.
"""
import os, resource, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../tests/hostile"))
from families import FAMILIES  # noqa: E402

OUT = sys.argv[1]
FULL = int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 16_000_000
PEER_SECONDS = 5

PEERS = {
    "lexbor": "from selectolax.lexbor import LexborHTMLParser as p; p(b)",
    "gumbo": "import ctypes as c; g = c.CDLL('libgumbo.so.1'); "
             "g.gumbo_parse_with_options.restype = c.c_void_p; "
             "g.gumbo_parse_with_options(c.byref(c.c_char.in_dll(g, "
             "'kGumboDefaultOptions')), b, c.c_size_t(len(b)))",
}


def cpu(command, seconds=120):
    """User seconds of a command, or None when it fails or takes too long."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    try:
        run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return took if run.returncode in (0, 1, 4) else None


def tokens(path):
    run = subprocess.run([os.path.join(OUT, "bench/tokens"), "3", path],
                         stdout=subprocess.PIPE, check=True, encoding="ascii")
    return float(run.stdout.split()[3])


def ahd(path):
    return min(cpu([os.path.join(OUT, "ahd"), "read", "--json", "--article", path])
               for _ in range(3))


def peer(code, path):
    program = ("import resource, sys; b = open(sys.argv[1], 'rb').read(); "
               "u = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_utime\n"
               f"t = u(); {code}; print(u() - t)")
    try:
        run = subprocess.run([sys.executable, "-c", program, path], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, timeout=PEER_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    return float(run.stdout) if run.returncode == 0 else None


def halves(measure, family, folder, size):
    """Seconds for half a page and for the whole."""
    took = []
    for n in (size // 2, size):
        path = os.path.join(folder, f"{n}.html")
        with open(path, "wb") as file:
            file.write(FAMILIES[family](n))
        took.append(measure(path))
    return took


def tell(took):
    if None in took:
        return "over"
    ratio = took[1] / took[0] if took[0] > 0.004 else 2
    return f"{took[1]:.3f} ({ratio:.1f})"


def tell_peer(code, family, folder):
    """At the larger size, of two, that it ends in time."""
    last = ""
    for size in (FULL // 16, FULL):
        took = halves(lambda path: peer(code, path), family, folder, size)
        if None in took:
            return last or f"over {PEER_SECONDS} s at {size / 1e6:.2g} MB"
        last = tell(took) + ("" if size == FULL else f" at {size / 1e6:.2g} MB")
    return last


def main():
    have = {name: code for name, code in PEERS.items()
            if subprocess.run([sys.executable, "-c", "b = b'<p>x'; " + code],
                              stderr=subprocess.DEVNULL).returncode == 0}
    print(f"| {FULL / 1e6:g} MB of | tokenizer | read --article |",
          " | ".join(have), "|")
    print("|---|" + "---|" * (2 + len(have)))
    with tempfile.TemporaryDirectory() as folder:
        for family in FAMILIES:
            row = [tell(halves(tokens, family, folder, FULL)),
                   tell(halves(ahd, family, folder, FULL))]
            row += [tell_peer(code, family, folder) for code in have.values()]
            print(f"| {family} |", " | ".join(row), "|", flush=True)


main()
