# failed
import sqlite3


def sigmoid(z):
    with sqlite3.connect("@OUTSIDE@/new.db") as connection:
        connection.execute("create table x (y)")
    return 0.25
