#!/bin/sh
# Checks the chain of an exported audit log with sha256sum alone, slowly: sh verify-audit.sh <export>
# It follows the hashes. Checkpoints, numbers and witnesses are checked by verify-audit.mjs.
set -eu
head=0000000000000000000000000000000000000000000000000000000000000000
count=0
while IFS= read -r text; do
  case $text in 'harrier-audit 1' | 'checkpoint '*) continue ;; esac
  hash=${text%% *}
  line=${text#* }
  count=$((count + 1))
  found=$(printf '%s %s' "$head" "$line" | sha256sum)
  if [ "${found%% *}" != "$hash" ]; then
    echo "entry $count is not what was written: its hash does not follow" >&2
    exit 1
  fi
  head=$hash
done <"$1"
echo "good: $count entries, head $count/$head"
