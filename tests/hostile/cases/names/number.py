# failed: no function
sigmoid = 0.5
