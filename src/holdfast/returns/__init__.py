"""How the yearly return (SSDA903) is read: files in, one history and its findings out."""
