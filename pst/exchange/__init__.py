"""Other people's formats: read into our answers, written from our answers. Values in, values out."""
