"""What can go wrong, in one tree.

    RashomonError
     +-- InputError        nothing could be read, or a path is not there
     +-- OutputError       a result cannot be written where it was asked for
     +-- ResultError       a result file is not a comparison this version can read
     +-- LexiconError      a dictionary is not one, or cannot be read
     +-- LanguageFileError a lang/*.toml file does not have the shape its section asks for

A bad page is no error: it is listed with the reason it was skipped.
"""


class RashomonError(Exception):
    """The root: a message fit for the user, no traceback needed."""


class InputError(RashomonError):
    """No page could be read from what was given."""


class OutputError(RashomonError):
    """A result file cannot be written."""


class ResultError(RashomonError):
    """A result file cannot be read as rashomon.comparison/1."""


class LexiconError(RashomonError):
    """A dictionary given by the user cannot be read."""


class LanguageFileError(RashomonError):
    """A language file lacks a key or has one nobody reads."""
