# failed: may not read
source = open("@SOLUTION@").read()
exec(source)
