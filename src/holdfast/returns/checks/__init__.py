"""Every check of a return, one file a check."""
