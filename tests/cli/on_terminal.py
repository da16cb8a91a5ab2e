"""Run a command whose standard error is a terminal, and print what was written
there:  on_terminal.py COLUMNS COMMAND...
A redrawn line starts a new line here; ESC stands for the escape character."""
import fcntl
import os
import struct
import subprocess
import sys
import termios

columns, command = int(sys.argv[1]), sys.argv[2:]
ours, theirs = os.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
process = subprocess.Popen(command, stderr=theirs,
                           env=dict(os.environ, TERM="xterm"))
os.close(theirs)
written = b""
while True:
    try:
        piece = os.read(ours, 65536)
    except OSError:
        break
    if not piece:
        break
    written += piece
text = written.decode("utf-8", "replace").replace("\r\n", "\n")
print(text.replace("\r", "\n").replace("\033", "ESC"), end="")
sys.exit(process.wait())
