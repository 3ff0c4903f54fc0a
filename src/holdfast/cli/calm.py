"""What happens when the work is stopped, nobody reads the answer, or the screen cannot show a letter?"""

import errno
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

STOPPED, NOBODY_READS, NOT_WRITTEN, A_FAULT_OF_OURS = 128 + signal.SIGINT, 141, 2, 70
SHOW_FAULTS = "HOLDFAST_SHOW_FAULTS"
_READER_GONE = (errno.EPIPE, errno.EINVAL, errno.ESHUTDOWN)
"""What writing to a reader that has left is called; Windows says that the argument is invalid."""


@contextmanager
def calmly() -> Iterator[None]:
    """Turn what is nobody's fault into a word and an exit status, never a traceback.

    A letter the screen does not know is written as its escape; 130 is the status of work stopped by hand; a reader
    that leaves early, as `head` does, is left in peace.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        click.echo("\nStopped. Nothing half-written is left behind.", err=True)
        sys.exit(STOPPED)
    except OSError as problem:
        if problem.errno in _READER_GONE and problem.filename is None:
            _let_go_of_the_output()
            sys.exit(NOBODY_READS)
        where = f"{problem.filename}: " if problem.filename else ""
        if not where:
            _let_go_of_the_output()
        click.echo(f"This could not be written or read: {where}{problem.strerror or problem}", err=True)
        sys.exit(NOT_WRITTEN)
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except MemoryError:
        click.echo("There is not enough memory on this machine for so much at once. Nothing was done.", err=True)
        sys.exit(NOT_WRITTEN)
    except Exception as fault:
        if os.environ.get(SHOW_FAULTS):
            raise
        click.echo(_in_words(fault), err=True)
        sys.exit(A_FAULT_OF_OURS)


def _in_words(fault: Exception) -> str:
    """What went wrong and where, without what it was about: a message may hold a child's record."""
    frames = traceback.extract_tb(fault.__traceback__)
    last = next((frame for frame in reversed(frames) if "holdfast" in frame.filename), frames[-1])
    return (
        f"This is a fault in Holdfast, not in your returns: {type(fault).__name__} in {Path(last.filename).name}, "
        f"line {last.lineno}. Nothing was done. {SHOW_FAULTS}=1 shows all of it; please report it."
    )


def _let_go_of_the_output() -> None:
    """Send what Python still holds nowhere, so that it does not fail once more while leaving."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return
