"""The record: tables, frontier, outbox, evidence."""
