"""The command tree: parse, call one service, show the answer."""
