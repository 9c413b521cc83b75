"""Reading what was sent: the shape of input only. What it means is decided below."""
