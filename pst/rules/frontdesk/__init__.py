"""Guest book, kiosk, queue, counter, satisfaction."""
