"""What stays of what was erased for good, so that it does not come back."""

from hashlib import blake2b


def digest(name: str) -> str:
    """BLAKE2b of a UUID, or of "SOURCE KEY" of what another program said, 16 bytes (RFC 7693)."""
    return blake2b(name.encode(), digest_size=16).hexdigest()
