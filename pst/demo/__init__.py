def make_demo(at, store, site):
    return []
