"""Mail: a row of facts becomes a message, and is handed to the office's server."""
