"""The form as data: what is asked, in which words, under which conditions, how an answer may look."""
