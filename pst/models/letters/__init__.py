"""The letter: draft, approval, number, register, verification."""
