#!/bin/sh
# Makes the virtual environment named in $1 with the newest Python here that is 3.11 or later and really runs.
# PYTHON=/path/to/python chooses another. An environment that works already is kept.
set -eu
venv=$1

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_its_own_pip() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }
works() { [ -x "$venv/bin/python" ] && is_new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; }

works && exit 0

found=
for python in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3 python}; do
    is_new_enough "$python" || continue
    [ -n "$found" ] || found=$python
    if has_its_own_pip "$python"; then
        found=$python
        break
    fi
done

if [ -z "$found" ]; then
    echo "Holdfast needs Python 3.11 or later, and none was found that runs (looked for: ${PYTHON:-python3.14 to python3.11, python3, python})." >&2
    echo "Install one from https://www.python.org/downloads/ or your system's packages, or name it: make demo PYTHON=/path/to/python3" >&2
    exit 1
fi

echo "Making $venv with $("$found" -c 'import sys; print("Python", sys.version.split()[0], "at", sys.executable)')"
rm -rf "$venv"

if has_its_own_pip "$found" && "$found" -m venv "$venv" && works; then
    exit 0
fi
# Debian and Ubuntu take ensurepip out of Python. Three other tools can do the same, where one is installed.
rm -rf "$venv"
if "$found" -m virtualenv --version >/dev/null 2>&1 && "$found" -m virtualenv -q "$venv" && works; then
    exit 0
fi
rm -rf "$venv"
if command -v uv >/dev/null 2>&1 && uv venv -q --seed --python "$found" "$venv" && works; then
    exit 0
fi
rm -rf "$venv"
if "$found" -m pip --version >/dev/null 2>&1 && "$found" -m venv --without-pip "$venv" \
    && "$found" -m pip --python "$venv/bin/python" install -q pip && works; then
    exit 0
fi
rm -rf "$venv"
echo "$found cannot make a virtual environment: it lacks ensurepip." >&2
echo "On Debian and Ubuntu: sudo apt-get install python3-venv   Then the same make again. Elsewhere: install Python from python.org," >&2
echo "or name another: make demo PYTHON=/path/to/python3" >&2
exit 1
