"""The twelve example activities, invented after the titles that agencies of this kind really submit."""
