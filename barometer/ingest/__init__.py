"""An outcome into the record in one transaction, and the consumers that drain the outbox."""
