"""Short messages of dispatch: what an order and its answers are in bits, in words and in time.

No card, no store and no clock: what is sent, kept and heard is handed over as values.
"""
