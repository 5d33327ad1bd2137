"""The page over HTTP: its files, its stream of views, its acts; to this machine's browser alone."""
