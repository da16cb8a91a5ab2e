"""A record of its own pages, and a server on it: for the parts of run.py."""
import contextlib
import json
import signal
import subprocess


@contextlib.contextmanager
def served(ahd, folder, name, pages, then=()):
    """The address of a server on a new record of `pages`; what is to be done
    before stands in `then`, the arguments of a command each, but the record."""
    lines, db = folder / f"{name}.jsonl", folder / f"{name}.db"
    for old in folder.glob(f"{name}.db*"):
        old.unlink()
    lines.write_text("".join(json.dumps(page, ensure_ascii=False) + "\n" for page in pages))
    for command, *rest in (("add", str(lines)), *then):
        subprocess.run([ahd, command, "--db", str(db), *rest], check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([ahd, "serve", "--db", str(db), "--port", "0"],
                              stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().split("  ")[0]
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def tell(part, cases):
    """Print (title, so, why) of each case; how many failed."""
    failed = 0
    for title, so, why in cases:
        print(f"ok {part}: {title}" if so else f"FAIL {part}: {title}: {why}")
        failed += not so
    return failed
