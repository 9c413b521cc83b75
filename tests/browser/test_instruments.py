"""The instruments are worth something only if they can say no."""

from playwright.sync_api import Browser

from tests.browser.instruments import new_violations, violations, watched

SITE = "http://127.0.0.1:9"
GOOD = '<html lang="id"><head><title>Uji</title></head><body><main><h1>Uji</h1>{}</main></body></html>'


def test_axe_finds_nothing_on_a_good_page_and_the_fault_on_a_bad_one(browser: Browser):
    page = browser.new_page()

    page.set_content(GOOD.format(""))
    assert violations(page) == []

    page.set_content(GOOD.format('<input id="nama">'))
    assert violations(page) == ["label: Form elements must have labels (#nama)"]
    page.close()


def test_looking_again_sees_another_element_another_colour_and_another_order(browser: Browser):
    page = browser.new_page()
    for body in ("<p>hitam</p>", '<p style="color: black">hitam</p>', "<h2>Lalu</h2>"):
        page.set_content(GOOD.format(body))
        assert new_violations(page) == []

    for body, rule in (
        ('<p style="color: silver">pucat</p>', "color-contrast"),
        ("<h3>Lalu</h3>", "heading-order"),
        ("<input>", "label"),
    ):
        page.set_content(GOOD.format(body))
        assert [found.split(":")[0] for found in new_violations(page)] == [rule]
    page.close()


def test_a_watched_window_notes_script_errors_and_requests_elsewhere(browser: Browser):
    troubles: list[str] = []
    page = watched(browser.new_page(), SITE, troubles)

    page.set_content(GOOD.format('<script>throw Error("aduh")</script><img src="http://127.0.0.2:9/x" alt="">'))

    assert troubles == ["script: aduh", "left the site: http://127.0.0.2:9/x"]
    page.close()
