#!/bin/sh
# Run the script on standard input in FOLDER; both streams to one.
cd "$1" && exec timeout 60 sh -s 2>&1
