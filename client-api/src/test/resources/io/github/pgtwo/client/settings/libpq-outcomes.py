#!/usr/bin/env python3
"""Writes into conventions.txt what the real libpq makes of each case.

Usage: libpq-outcomes.py CONVENTIONS 15=/path/to/libpq.so.5 17=/path/to/libpq.so.5

A case is what stands behind "== name": the connection string, variables ($HOME is a fresh folder), files with their
modes. Behind it stands the outcome, "-> ok" with all values that differ from libpq's own defaults and the password of
the last host, or "-> error" with libpq's words. What stands behind "~" is pgtwo's and is kept. Port 6543 of 127.0.0.1
has to be free: a server listens there that agrees to TLS and closes, so that libpq looks at all that it would need.
"""
import ctypes
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

# What of a failed connection is a matter of settings; all else is that nobody is there.
SETTINGS = re.compile(
    r"invalid (integer value|port number)|could not parse network address|host name must be"
    r"|(root certificate|private key) file .* (does not exist|has group or world access)|but not private key file")
CONNECTING = re.compile(r"connection to server |could not translate host name")


class Option(ctypes.Structure):
    _fields_ = [(name, ctypes.c_char_p) for name in "keyword envvar compiled val label dispchar".split()]
    _fields_ += [("dispsize", ctypes.c_int)]


def load(path):
    lib = ctypes.CDLL(path)
    for name in ("PQconndefaults", "PQconninfo"):
        getattr(lib, name).restype = ctypes.POINTER(Option)
    lib.PQconnectdb.restype = ctypes.c_void_p
    lib.PQconninfo.argtypes = lib.PQpass.argtypes = lib.PQerrorMessage.argtypes = [ctypes.c_void_p]
    lib.PQpass.restype = lib.PQerrorMessage.restype = ctypes.c_char_p
    return lib


def values(options):
    found, i = {}, 0
    while options[i].keyword:
        if options[i].val is not None:
            found[options[i].keyword.decode()] = options[i].val.decode(errors="backslashreplace")
        i += 1
    return found


def probe(path, string):
    """Runs in a process of its own, whose environment is the case's."""
    lib = load(path)
    conn = lib.PQconnectdb(string.encode())
    said = lib.PQerrorMessage(conn).decode()
    wrong = [line for line in said.split("\n") if SETTINGS.search(line)]
    if wrong or not CONNECTING.match(said):
        print("-> error " + re.sub(r"^connection to server .* failed: ", "", (wrong or [said.split("\n")[0]])[0]))
        return
    print("-> ok")
    result = values(lib.PQconninfo(conn))
    password = lib.PQpass(conn)
    if password:
        result["password"] = password.decode()
    defaults = dict(line.split("=", 1) for line in os.environ["DEFAULTS"].split("\n"))
    defaults.update(passfile=os.environ["HOME"] + "/.pgpass", sslcertmode="allow")
    for key, value in sorted(result.items()):
        if defaults.get(key) != value:
            print("   " + key + "=" + value)


def defaults(path):
    for key, value in values(load(path).PQconndefaults()).items():
        print(key + "=" + value)


def serve():
    listener = socket.create_server(("127.0.0.1", 6543))

    def run():
        while True:
            peer, _ = listener.accept()
            if peer.recv(8)[4:] == b"\x04\xd2\x16\x2f":
                peer.sendall(b"S")
                peer.recv(1)
            peer.close()

    threading.Thread(target=run, daemon=True).start()


def write_files(lines, home):
    target = None
    for line in lines:
        if line.startswith("file "):
            _, path, mode = line.split(" ")
            target = os.path.join(os.path.dirname(home), path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            open(target, "w").close()
            os.chmod(target, int(mode, 8))
        elif line.startswith("|"):
            with open(target, "a") as file:
                file.write(line[2:] + "\n")


def outcome(lines, libraries):
    folder = tempfile.mkdtemp()
    home = os.path.join(folder, "home")
    os.mkdir(home)
    try:
        write_files(lines, home)
        said = [line.replace("$HOME", home) for line in lines]
        string = next((line[7:] for line in said if line.startswith("string ")), "")
        library = libraries[next((line[6:] for line in lines if line.startswith("libpq ")), "15")]
        bare = {"HOME": home, "LC_ALL": "C.UTF-8"}
        run = [sys.executable, __file__]
        known = subprocess.run(run + ["--defaults", library], env=bare, capture_output=True, text=True).stdout
        env = dict(bare, DEFAULTS=known.strip("\n"))
        env.update(line[4:].split("=", 1) for line in said if line.startswith("env "))
        done = subprocess.run(run + ["--probe", library, string], env=env, capture_output=True, text=True, timeout=60)
        return (done.stdout or "-> crashed " + done.stderr).replace(home, "$HOME")
    finally:
        shutil.rmtree(folder)


def main(table, *libraries):
    paths = dict(each.split("=", 1) for each in libraries)
    serve()
    with open(table) as file:
        head, *cases = re.split(r"(?m)^== ", file.read())
    out = [head]
    for case in cases:
        lines = case.rstrip("\n").split("\n")
        given = [line for line in lines if re.match(r"(string|env|file|libpq|\|)( |$)", line)]
        own = [lines.index(line) for line in lines if line.startswith("~")]
        out.append("== " + "\n".join([lines[0]] + given) + "\n" + outcome(given, paths)
                   + ("\n".join(lines[own[0]:]) + "\n" if own else ""))
    with open(table, "w") as file:
        file.write("".join(out))


if sys.argv[1] == "--probe":
    probe(*sys.argv[2:])
elif sys.argv[1] == "--defaults":
    defaults(sys.argv[2])
else:
    main(*sys.argv[1:])
