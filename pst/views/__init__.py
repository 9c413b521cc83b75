"""Flask: parse, call, render. One wing for whom, one file for what."""
