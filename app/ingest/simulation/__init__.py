"""What the simulator is made of: where terminals go, what befalls them, how they speak."""
