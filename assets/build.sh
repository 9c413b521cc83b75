#!/bin/sh
# Builds static/css/pst-1.css from assets/sass, copies fonts, htmx and their licences to static/vendor, and cuts the
# faces of the papers.
# The licence of govuk-frontend, which its package leaves out, is kept in static/vendor already.
# Needs Node.js 20 or newer and the package registry; everything is unpacked in a temporary folder.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
static=$(dirname "$here")/static
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here/package.json" "$work/"
(cd "$work" && npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error)
packages=$work/node_modules

mkdir -p "$static/css"
"$packages/.bin/sass" --no-source-map --style=compressed --quiet-deps \
    --load-path="$packages/govuk-frontend/dist" "$here/sass/pst.scss" "$static/css/pst-1.css"
"$packages/.bin/sass" --no-source-map --style=compressed "$here/sass/kiosk.scss" "$static/css/kiosk-1.css"

font=$static/vendor/atkinson-hyperlegible-5.3.0
mkdir -p "$font"
for weight in 400:regular 700:bold; do
    for kind in woff woff2; do
        cp "$packages/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight%%:*}-normal.$kind" \
            "$font/${weight##*:}.$kind"
    done
done
cp "$packages/@fontsource/atkinson-hyperlegible/LICENSE" "$font/LICENSE.txt"

"${PYTHON:-python3}" "$here/fonts.py" "$packages" "$(dirname "$here")/pst/paper/fonts"  # needs fonttools

mkdir -p "$static/vendor/htmx-2.0.11"
cp "$packages/htmx.org/dist/htmx.min.js" "$static/vendor/htmx-2.0.11/htmx.min.js"
cp "$packages/htmx.org/LICENSE" "$static/vendor/htmx-2.0.11/LICENSE.txt"

# Built files lie beside their compressed form, which the server sends to browsers that take it.
cd "$static"
for file in css/pst-1.css css/kiosk-1.css vendor/htmx-2.0.11/htmx.min.js; do
    gzip -9nc "$file" >"$file.gz"
done

sent="css/pst-1.css.gz vendor/htmx-2.0.11/htmx.min.js.gz js/*.js vendor/atkinson-hyperlegible-5.3.0/*.woff2"
wc -c $sent | awk '{ printf "%7.1f KiB  %s\n", $1 / 1024, $2 }'
