"""The one exception family.

BarometerError
├── UsageError        a command or option is wrong: exit code 2
├── ConfigError       a setting or environment value is wrong
├── SourceError       a source, topic or lexicon file is wrong: says file, line and what is allowed
├── RecordError       the record cannot be opened, is of another version, or refuses a write
│   └── LeaseLost     another run took over what this one held: nothing more may be written
├── NetworkError      an address must not be dialled, or does not answer
├── ReadError         bytes from outside cannot be read as what they should be
├── SearchError       a query cannot be understood: says where
├── SubscriptionError a subscription would tell nothing, or everything, or nobody: says what to give
├── DeliveryError     a message cannot be delivered: says by whom it was refused, and whether trying again may help
└── IndexBusy         another process is writing the embedded index: rows wait for the next drain
"""


class BarometerError(Exception):
    """Anything that a user can be told in one line: what was wrong, where, and what to do."""


class UsageError(BarometerError):
    """Raised by the command line when an argument makes no sense."""


class ConfigError(BarometerError):
    """Raised by config when a setting cannot be used."""


class SourceError(BarometerError):
    """Raised by sources and lexicon loading when a data file breaks its schema."""


class RecordError(BarometerError):
    """Raised by archive when the record cannot be opened, migrated or written."""


class LeaseLost(RecordError):
    """Raised by archive when a write carries a token that is no longer the current one."""


class NetworkError(BarometerError):
    """Raised by network when an address cannot be dialled; `refused` says that it must not be."""

    def __init__(self, told: str, *, refused: bool = False) -> None:
        super().__init__(told)
        self.refused = refused


class ReadError(BarometerError):
    """Raised by articles when bytes cannot be read as the page, list or charset they should be."""


class SearchError(BarometerError):
    """Raised by search when a query cannot be understood; says at which character."""


class IndexBusy(BarometerError):
    """Raised by search when the embedded index is being written by another process for longer than the wait."""


class SubscriptionError(BarometerError):
    """Raised by alerts when a subscription makes no sense, or a signed link is not ours."""


class DeliveryError(BarometerError):
    """Raised by alerts when a message was refused; `final` says that no later attempt will fare better."""

    def __init__(self, told: str, *, final: bool = False) -> None:
        super().__init__(told)
        self.final = final
