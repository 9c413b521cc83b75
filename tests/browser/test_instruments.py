"""The instruments are worth something only if they can say no."""

from playwright.sync_api import Browser

from tests.browser.instruments import violations, watched

SITE = "http://127.0.0.1:9"
GOOD = '<html lang="id"><head><title>Uji</title></head><body><main><h1>Uji</h1>{}</main></body></html>'


def test_axe_finds_nothing_on_a_good_page_and_the_fault_on_a_bad_one(browser: Browser):
    page = browser.new_page()

    page.set_content(GOOD.format(""))
    assert violations(page) == []

    page.set_content(GOOD.format('<input id="nama">'))
    assert violations(page) == ["label: Form elements must have labels (#nama)"]
    page.close()


def test_a_watched_window_notes_script_errors_and_requests_elsewhere(browser: Browser):
    troubles: list[str] = []
    page = watched(browser.new_page(), SITE, troubles)

    page.set_content(GOOD.format('<script>throw Error("aduh")</script><img src="http://127.0.0.2:9/x" alt="">'))

    assert troubles == ["script: aduh", "left the site: http://127.0.0.2:9/x"]
    page.close()
