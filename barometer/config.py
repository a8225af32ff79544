"""Settings: BAROMETER_* environment variables, or barometer.toml in the folder where the program starts."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from barometer.errors import ConfigError

PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What an operator may set. Every field can be given as BAROMETER_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="BAROMETER_", toml_file="barometer.toml", extra="forbid", frozen=True)

    data: Path = Field(Path("var"), description="folder of the record, the evidence and the embedded index")
    database_url: str = Field("", description="SQLAlchemy URL; empty: SQLite in the data folder")
    sources: Path = Field(PROJECT / "settings" / "sources", description="folder of the source files")
    more_sources: str = Field("", description="further folders of source files, laid over the first")
    topics: Path = Field(PROJECT / "settings" / "topics.yaml", description="what counts as Yiwu trade news")
    indicators: Path = Field(
        PROJECT / "settings" / "indicators.yaml", description="indicators beside the built-in ones"
    )
    browser: str = Field("", description="Chromium for sources that ask for one; empty: what Playwright installed")
    network_allow: str = Field("", description="loopback host:port pairs that may be fetched, for tests")
    elasticsearch_url: str = Field("", description="Elasticsearch 9 server; empty: the embedded index")
    elasticsearch_api_key: str = Field("", repr=False, description="its API key; or write user:password@ into its URL")
    elasticsearch_ca: str = Field("", description="PEM file of the authority that signed its certificate")
    contact: str = Field("", description="URL or e-mail address told to sites in the user agent")
    processes: int = Field(2, ge=1, le=64, description="crawls that run at the same time at the most")
    zone: str = Field("Asia/Shanghai", description="time zone in which the daemon reads schedules and quiet hours")
    leader_seconds: float = Field(
        30, ge=0.5, le=600, description="seconds after which another daemon acts in place of one that died or hangs"
    )
    health_port: int = Field(
        8790, ge=0, le=65535, description="loopback port of the daemon's /healthz, /readyz and /metrics; 0: not served"
    )
    smtp_url: str = Field(
        "",
        repr=False,
        description="mail server: smtp://user:password@host:587 or smtps://…:465; empty: none",
    )
    mail_from: str = Field("", description="address from which alerts are sent")
    public_url: str = Field("", description="where readers reach `barometer serve`; links of mails begin with it")
    secret_key: str = Field("", repr=False, description="signs links and webhooks; 32 characters or more")
    read_seconds: int = Field(10, ge=1, le=600, description="processor time that reading one page may take")

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError("not an IANA time zone, such as Asia/Shanghai") from None
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: str) -> str:
        if value and len(value) < 32:
            raise ValueError("too short to sign anything with: use 32 random characters or more")
        return value

    @property
    def record_url(self) -> str:
        """Give the URL of the record."""
        return self.database_url or f"sqlite:///{self.data.resolve() / 'record.sqlite3'}"

    def as_environment(self) -> dict[str, str]:
        """Give these settings as environment variables, for a crawl that works elsewhere: it never indexes."""
        values = self.model_dump() | {"data": self.data.resolve(), "sources": self.sources.resolve()}
        values |= {"topics": self.topics.resolve(), "indicators": self.indicators.resolve()}
        told = {name: value for name, value in values.items() if not name.startswith("elasticsearch")}
        return {f"BAROMETER_{name.upper()}": str(value) for name, value in told.items()}

    @property
    def source_folders(self) -> tuple[Path, ...]:
        """Give the folders of source files, the later ones laid over the earlier ones."""
        return (self.sources, *(Path(part) for part in self.more_sources.split(os.pathsep) if part))

    @property
    def evidence_folder(self) -> Path:
        """Give the folder of the WARC segments."""
        return self.data / "evidence"

    @property
    def index_folder(self) -> Path:
        """Give the folder of the embedded index."""
        return self.data / "index"

    @property
    def user_agent(self) -> str:
        """Give the honest name under which pages are asked for."""
        return f"Barometer/0.1 (+{self.contact})" if self.contact else "Barometer/0.1 (news monitoring; no contact set)"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let arguments win over the environment, the environment over barometer.toml."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def _value_told(error: ErrorDetails) -> str:
    """Give the wrong value for the message, unless it is a secret."""
    return "" if set(error["loc"]) & {"secret_key", "smtp_url"} else f" (it is {error['input']!r})"


def load_settings() -> Settings:
    """Read the settings. Raises ConfigError that names each wrong one and what it may be."""
    try:
        return Settings()
    except ValidationError as error:
        told = "; ".join(
            f"BAROMETER_{'_'.join(str(part) for part in each['loc']).upper()}: {each['msg']}{_value_told(each)}"
            for each in error.errors()
        )
        raise ConfigError(f"settings are wrong: {told}") from None
    except (OSError, ValueError) as error:
        raise ConfigError(f"barometer.toml cannot be read: {error}") from None
