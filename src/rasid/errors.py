"""Every error that rasid raises, so that a caller can catch one root or one cause.

RasidError
├── InputError            a report or a file that cannot be taken in
│   ├── SourceError       the file: missing, unreadable, not text, too large
│   └── ReportError       the report: empty text, impossible date, broken fields
├── CodebookError         the codebook contradicts itself or an entry is malformed
├── RegisterError         the actor register contradicts itself or an entry is malformed
├── GazetteerError        the gazetteer file is missing, damaged or of another format
├── ReaderError           a reader whose network, or what runs it, is not there
├── ModelError            a value that the record's own rules refuse (a reversed span, low above high)
├── StoreError            the database
│   ├── NotOurDatabase    a database file of another program
│   ├── NewerDatabase     written by a later version of rasid
│   └── StoreWriteError   read-only file, full disk, locked for too long
├── ExportError           an export that cannot be written
└── UnknownNameError      an id or a name that the store, codebook or register does not hold

Each message says what happened, with which value, where, and what to try.
"""

from __future__ import annotations


class RasidError(Exception):
    """Root of all errors raised by rasid; `exit_code` is what the command line ends with."""

    exit_code = 1


class InputError(RasidError):
    """A report or a file that cannot be taken in; raised before anything of it is stored."""

    exit_code = 3


class SourceError(InputError):
    """A file that cannot be read: missing, a folder without reports, not text, too large."""


class ReportError(InputError):
    """A report whose fields are refused: empty text, an impossible date, a wrong type."""


class CodebookError(RasidError):
    """A codebook file that is malformed or contradicts another one."""


class RegisterError(RasidError):
    """An actor register file that is malformed or contradicts another one."""


class GazetteerError(RasidError):
    """A gazetteer file that is missing, damaged or of another format."""


class ReaderError(RasidError):
    """A reader that cannot be opened: its network's files are missing or damaged, or the packages that run it are."""


class ModelError(RasidError, ValueError):
    """A value refused by the record's own rules, such as a reversed span or a low above its high."""


class StoreError(RasidError):
    """The database cannot be used as asked."""

    exit_code = 4


class NotOurDatabase(StoreError):  # noqa: N818 - reads as the fact it reports
    """The file is a database of another program, or no database at all."""


class NewerDatabase(StoreError):  # noqa: N818 - reads as the fact it reports
    """The database was written by a later version of rasid than this one."""


class StoreWriteError(StoreError):
    """The database could not be written: read-only, disk full, or locked by another process."""


class ExportError(RasidError):
    """An export could not be written whole; nothing half-written is left."""

    exit_code = 5


class UnknownNameError(RasidError, KeyError):
    """An id or a name that the store, the codebook or the register does not hold."""

    exit_code = 6

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""
