"""The tables of the record: the one truth from which index, ledger and feeds are rebuilt.

Times are UTC, values exact decimals as text with a REAL beside them for ranges. A change here needs a migration.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from barometer.archive.columns import DecimalText, UtcTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

sequence_id = BigInteger().with_variant(Integer, "sqlite")

sources = Table(
    "sources",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("state", String(20), nullable=False, default="configured"),
    Column("lease_token", Integer, nullable=False, default=0),
    Column("lease_holder", String(200)),
    Column("lease_until", UtcTime),
)

hosts = Table(
    "hosts",
    metadata,
    Column("host", String(260), primary_key=True),  # scheme://host:port, for robots.txt belongs to that
    Column("next_allowed_at", UtcTime),
    Column("robots_outcome", String(20)),  # rules | allow_all | disallow_all
    Column("robots_reason", Text),
    Column("robots_text", Text),
    Column("robots_delay", Float),  # its Crawl-delay in seconds
    Column("robots_fetched_at", UtcTime),
    Column("robots_until", UtcTime),  # when the decision is stale
    Column("robots_leased_until", UtcTime),
    Column("robots_asked", JSON, nullable=False, default=list),  # addresses asked so far while redirects are followed
)

requests = Table(
    "requests",
    metadata,
    Column("id", sequence_id, primary_key=True, autoincrement=True),
    Column("source_id", String(80), ForeignKey("sources.id"), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("url", Text, nullable=False),
    Column("host", String(260), nullable=False),
    Column("method", String(10), nullable=False, default="GET"),
    Column("headers", JSON, nullable=False, default=dict),
    Column("body", Text),
    Column("state", String(20), nullable=False),  # waiting | leased | settled | quarantined
    Column("due", UtcTime),
    Column("lease_token", Integer),
    Column("attempts", Integer, nullable=False, default=0),  # failures since the last answer
    Column("deaths", Integer, nullable=False, default=0),  # processes that died while holding it, seen by their parent
    Column("visits", Integer, nullable=False, default=0),  # answers so far: the rung of the revisit ladder
    Column("etag", Text),
    Column("last_modified", Text),
    Column("digest", String(64)),  # of the last body that was read
    Column("outcome", String(20)),
    Column("problem", Text),
    Column("run_id", Integer),  # the run that settled it last
    Column("hops", Integer, nullable=False, default=0),
    Column("redirect_to", Text),
    Column("origin", Text),  # the URL that redirected here, if any
    Column("root_id", sequence_id),  # of a part: the request of part one
    Column("part", Integer, nullable=False, default=1),  # of an article, or of a list that was turned so far
    Column(
        "lane", String(10), nullable=False, default="news", server_default="news"
    ),  # news | import | history | replay
    Column(
        "at_hand", JSON(none_as_null=True)
    ),  # what answers in the site's place: path of a file, status, content type
    Column("told", Text),  # what a feed tells of the article, read where its page cannot be
    Column("added_at", UtcTime, nullable=False),
    UniqueConstraint("source_id", "fingerprint"),
    Index("ix_requests_frontier", "source_id", "state", "due"),
    Index("ix_requests_root", "root_id"),
)

fetches = Table(
    "fetches",
    metadata,
    Column("id", sequence_id, primary_key=True, autoincrement=True),
    Column("request_id", sequence_id, ForeignKey("requests.id"), nullable=False),
    Column("run_id", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("status", Integer),  # of HTTP; null when there was no answer
    Column("outcome", String(20), nullable=False),
    Column("problem", Text),
    Column("digest", String(64)),
    Column("size", Integer),
    Column("links", Integer),  # of a listing: how many links were found
    Column("missed", JSON(none_as_null=True)),  # of an article: the fields whose selectors found nothing
    Column("segment", Text),
    Column("offset", sequence_id),
    Column("length", Integer),
    Column("evidence_sha256", String(64)),
    Index("ix_fetches_request", "request_id"),
    Index("ix_fetches_run", "run_id"),
)

article_parts = Table(
    "article_parts",
    metadata,
    Column("root_id", sequence_id, ForeignKey("requests.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("request_id", sequence_id, nullable=False),
    Column("fetch_id", sequence_id, ForeignKey("fetches.id"), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("content", JSON, nullable=False),  # the part as read: title, text, published …
)

articles = Table(
    "articles",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("source_id", String(80), nullable=False),
    Column("redirect_to", BigInteger),  # the older article it turned out to be
    Column("root_id", sequence_id, nullable=False),
    Column("url", Text, nullable=False),
    Column("outcome", String(20), nullable=False),  # article | off_topic
    Column("title", Text, nullable=False),
    Column("published", UtcTime),
    Column("published_precision", String(10)),
    Column("zone", String(60)),
    Column("language", String(10), nullable=False),
    Column("source_name", Text),
    Column("author", Text),
    Column("editor", Text),
    Column("account", Text),
    Column("method", String(20), nullable=False),
    Column("problem", Text),  # a part missing, claims not read
    Column("revision_id", sequence_id),
    Column("extraction_id", sequence_id),
    Column("version", Integer, nullable=False, default=1),  # grows with every write that a consumer must see
    Column("first_seen", UtcTime, nullable=False),
    Column("last_seen", UtcTime, nullable=False),
    Column("removed_at", UtcTime),
    Index("ix_articles_source", "source_id", "published"),
)

article_keys = Table(
    "article_keys",
    metadata,
    Column("key", String(500), primary_key=True),
    Column("article_id", BigInteger, ForeignKey("articles.id"), nullable=False),
    Index("ix_article_keys_article", "article_id"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", sequence_id, primary_key=True, autoincrement=True),
    Column("article_id", BigInteger, ForeignKey("articles.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),  # title, blank line, body
    Column("digest", String(64), nullable=False),
    Column("fetch_ids", JSON, nullable=False),
    UniqueConstraint("article_id", "number"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("id", sequence_id, primary_key=True, autoincrement=True),
    Column("article_id", BigInteger, ForeignKey("articles.id"), nullable=False),
    Column("revision_id", sequence_id, ForeignKey("revisions.id"), nullable=False),
    Column("engine_version", String(40), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("complete", Boolean, nullable=False, default=True),  # false: reading claims hung; to be reprocessed
    Index("ix_extractions_article", "article_id"),
)

claims = Table(
    "claims",
    metadata,
    Column("extraction_id", sequence_id, ForeignKey("extractions.id"), primary_key=True),
    Column("id", String(24), primary_key=True),
    Column("article_id", BigInteger, ForeignKey("articles.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("numeral_start", Integer, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("value", DecimalText, nullable=False),
    Column("value_max", DecimalText),
    Column("value_real", Float, nullable=False),
    Column("value_max_real", Float),
    Column("unit", String(30), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("modifier", String(10), nullable=False),
    Column("indicator", Text),
    Column("indicator_id", String(80)),
    Column("place", String(120)),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("comparison", String(10)),
    Column("direction", String(10)),
    Column("attributed_to", Text),
    Column("status", String(10), nullable=False),
    Column("inherited", JSON, nullable=False),
    Index("ix_claims_article", "article_id"),
    Index("ix_claims_id", "id"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("source_id", String(80), ForeignKey("sources.id"), nullable=False),
    Column("mode", String(20), nullable=False),  # live | replay | import | history
    Column("state", String(20), nullable=False),  # running | ended | died
    Column("reason", String(80)),
    Column("token", Integer, nullable=False),
    Column("slot_id", sequence_id),  # the slot of the schedule that it runs; a run by hand has none
    Column("started_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Column("since", UtcTime),  # how far a walk through the archive goes back
    Index("ix_runs_source", "source_id"),
    Index("ix_runs_slot", "slot_id"),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),  # leader: the daemon that acts
    Column("token", Integer, nullable=False, default=0),
    Column("holder", String(200)),
    Column("until", UtcTime),
    Column("taken_at", UtcTime),
)

schedules = Table(
    "schedules",
    metadata,
    Column("source_id", String(80), primary_key=True),
    Column("rule", Text, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("quiet", String(20), nullable=False, default=""),
    Column("since", UtcTime, nullable=False),
    Column("last_slot", UtcTime),  # the latest slot that was dealt with
    Column("next_due", UtcTime),
    Column("failures", Integer, nullable=False, default=0),  # runs without any answer since the last good one
    Column("level", Integer, nullable=False, default=0),  # how often the interval is halved because much is found
    Column("pause_until", UtcTime),
    Column("ok_at", UtcTime),
    Column("problem", Text),  # of the last failed run, until one is good again
    Column("problem_at", UtcTime),
    Column("silence", Text),  # why a source that answers is held to be silent, since the last look
    Column("health", String(20)),  # how the source does, since the last look
    Column("health_since", UtcTime),  # since when it does so
    Column("health_reason", Text),
)

slots = Table(
    "slots",
    metadata,
    Column("id", sequence_id, primary_key=True, autoincrement=True),
    Column("source_id", String(80), ForeignKey("sources.id"), nullable=False),
    Column("at", UtcTime, nullable=False),  # its name: the moment that the schedule gives
    Column("state", String(10), nullable=False),  # claimed | ran | covered | failed
    Column("run_id", Integer),  # the run that does it, or covers it
    Column("token", Integer, nullable=False),  # of the leader that claimed it
    Column("starts", Integer, nullable=False, default=0),
    Column("due", UtcTime, nullable=False),
    Column("claimed_at", UtcTime, nullable=False),
    Column("settled_at", UtcTime),  # when its run was complete, or it was given up
    Column("problem", Text),
    Column("weighed", Boolean, nullable=False, default=False),  # whether the schedule has taken its outcome in
    UniqueConstraint("source_id", "at"),
    Index("ix_slots_open", "settled_at", "source_id"),
    Index("ix_slots_weighed", "weighed", "state"),
    Index("ix_slots_run", "run_id"),
)

jobs = Table(
    "jobs",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("started_at", UtcTime),
    Column("ended_at", UtcTime),
    Column("ok_at", UtcTime),
    Column("told", Text),  # what the last good turn did
    Column("problem", Text),  # of the last turn, when it failed
    Column("failures", Integer, nullable=False, default=0),  # turns that failed since the last good one
)

consumers = Table(
    "consumers",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("registered_at", UtcTime, nullable=False),
    Column("backfill_after", BigInteger),  # the last article handed over; null: all of them were
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", sequence_id, primary_key=True, autoincrement=True),
    Column("consumer", String(40), ForeignKey("consumers.name"), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("done_at", UtcTime),
    Column("attempts", Integer, nullable=False, default=0, server_default="0"),  # times the consumer refused it
    Column("retry_at", UtcTime),
    Column("problem", Text),
    Index("ix_outbox_open", "consumer", "done_at", "id"),
)

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", String(120), nullable=False, unique=True),
    Column("finds", String(20), nullable=False),  # articles | claims
    Column("query", Text, nullable=False),
    Column("filters", JSON, nullable=False),  # name -> text, as the website and its API take them
    Column("created_at", UtcTime, nullable=False),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("state", String(10), nullable=False),  # pending | confirmed | left
    Column("channel", String(10), nullable=False),  # email | webhook | chat
    Column("target", Text, nullable=False),
    Column("name", Text, nullable=False, default=""),
    Column("query", Text, nullable=False),
    Column("condition", JSON),
    Column("cadence", String(10), nullable=False),  # instant | hourly | daily | weekly
    Column("language", String(2), nullable=False),
    Column("hour", Integer, nullable=False),
    Column("weekday", Integer, nullable=False),
    Column("zone", String(60), nullable=False),
    Column("cap", Integer, nullable=False),  # messages a day
    Column("created_at", UtcTime, nullable=False),
    Column("confirmed_at", UtcTime),
    Column("left_at", UtcTime),
    Column("both_languages", Boolean, nullable=False, default=True, server_default="1"),
    Column("version", BigInteger, nullable=False, default=0, server_default="0"),  # of all: grows with every change
    Index("ix_subscriptions_state", "state"),
    Index("ix_subscriptions_version", "version"),
)

story_members = Table(
    "story_members",
    metadata,
    Column("article_id", BigInteger, ForeignKey("articles.id"), primary_key=True),
    Column("story_id", BigInteger, nullable=False),  # the smallest article id among its members
    Index("ix_story_members_story", "story_id"),
)

story_bands = Table(
    "story_bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("article_id", BigInteger, ForeignKey("articles.id"), primary_key=True),
    Index("ix_story_bands_article", "article_id"),
)

muted_stories = Table(
    "muted_stories",
    metadata,
    Column("subscription_id", Integer, ForeignKey("subscriptions.id"), primary_key=True),
    Column("article_id", BigInteger, ForeignKey("articles.id"), primary_key=True),  # any member of the story
    Column("at", UtcTime, nullable=False),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", sequence_id, primary_key=True, autoincrement=True),
    Column("subscription_id", Integer, ForeignKey("subscriptions.id"), nullable=False),
    Column("article_id", BigInteger, ForeignKey("articles.id")),
    Column("event", String(200)),  # of what no article tells: the name of what happened, once and for all
    Column("told", JSON),  # what there is to say of the event
    Column("claim_id", String(24)),  # that met the condition
    Column("before", DecimalText),  # the value known before, or the target
    Column("at", UtcTime, nullable=False),
    Column("due", UtcTime, nullable=False),
    Column("delivery_id", sequence_id),  # the message that tells it
    UniqueConstraint("subscription_id", "article_id"),
    UniqueConstraint("subscription_id", "event"),
    Index("ix_alerts_waiting", "delivery_id", "due"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", sequence_id, primary_key=True, autoincrement=True),
    Column("subscription_id", Integer, ForeignKey("subscriptions.id"), nullable=False),
    Column("kind", String(10), nullable=False),  # alerts | confirm
    Column("state", String(10), nullable=False),  # waiting | sent | dead
    Column("due", UtcTime, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("problem", Text),
    Column("created_at", UtcTime, nullable=False),
    Column("tried_at", UtcTime),  # when it was last tried: what a chat service counts
    Column("sent_at", UtcTime),
    Index("ix_deliveries_tried", "tried_at"),
    Index("ix_deliveries_due", "state", "due"),
    Index("ix_deliveries_subscription", "subscription_id", "sent_at"),
)
