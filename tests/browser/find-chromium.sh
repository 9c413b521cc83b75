#!/bin/sh
# Says which Chromium the browser tests will drive; installs Debian's where this user may. Never stops the tests:
# without a browser they fail one by one and say so.
found() {
    for name in "$CHROMIUM" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" && return
    done
    return 1
}

found >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Memasang Chromium dari paket Debian (hanya sekali) ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium >/dev/null
fi
found >/dev/null && exit 0
cat >&2 <<'END'
PERHATIAN: Chromium tidak ditemukan; uji peramban akan GAGAL. Pasang dengan `apt-get install chromium`,
atau tunjukkan letaknya (`make test CHROMIUM=...`), atau lewati dengan sadar: `make test BROWSER=no`.
END
