"""What people do: one function per verb, one write transaction each."""
