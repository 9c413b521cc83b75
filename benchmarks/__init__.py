"""The budgets of speed and size, measured: `make bench` (or `python -m benchmarks --help`)."""
