"""Changes in a forum's files: only what changes is written anew, and all else stays to the last byte."""
