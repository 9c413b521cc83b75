"""Other people's files and formats: told apart, cleaned of traces, read into our answers, written from them.

Values in, values out.
"""
