"""Tables and their named reading queries; nothing here decides."""
