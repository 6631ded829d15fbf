#!/usr/bin/env bash
# What the tests of this folder need, on Debian: bash tests/browser/needs.sh FOLDER, then AXE=FOLDER/axe.min.js
# and, in the environment of the tests, pip install playwright. What is there already is not installed again.
set -euo pipefail
folder=${1:?say where axe-core is to be put}
if ! command -v chromium > /dev/null; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium fonts-liberation > /dev/null
fi
mkdir -p "$folder"
cd "$folder"
npm pack --silent axe-core@4 > /dev/null
tar -xzf axe-core-*.tgz --strip-components=1 package/axe.min.js
