"""The open document: snapshots, changes, drafts, behaviours and queries."""
