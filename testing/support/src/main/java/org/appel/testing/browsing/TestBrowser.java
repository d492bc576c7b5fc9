package org.appel.testing.browsing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A headless Chromium of this machine. It loads nothing of its own from anywhere; where none is installed, the test is
 * skipped and says so. {@code APPEL_CHROMIUM} names one that is not on the path.
 */
public final class TestBrowser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** WCAG 2.2 AA, and what its makers hold to be good beside it. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final int TALL = 900;

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser, or skips the test where there is none. */
    public static TestBrowser start() {
        var installed = installed();
        assumeThat(installed)
                .as("no Chromium on the PATH and none in APPEL_CHROMIUM: pages are not looked at in a browser")
                .isPresent();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed.get())
                        .setArgs(QUIET));
        return new TestBrowser(playwright, browser);
    }

    /** Opens an address in a window of its own, so wide in CSS pixels. */
    public Page open(String address, int width) {
        return open(address, width, ColorScheme.LIGHT);
    }

    public Page open(String address, int width, ColorScheme colours) {
        var page = window(new Browser.NewContextOptions()
                        .setViewportSize(width, TALL)
                        .setColorScheme(colours))
                .newPage();
        page.navigate(address);
        return page;
    }

    /** A window where no script runs, but for those of the test. */
    public BrowserContext withoutScripts() {
        return window(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private BrowserContext window(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    /** What axe finds that some people could not use, one line a fault with where it is; none on a page for everybody. */
    public static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> "%s: %s at %s: %s"
                                .formatted(rule.getId(), rule.getHelp(), node.getTarget(), node.getHtml())))
                        .toList();
    }

    /** Whether nothing of the page is wider than its window. */
    public static boolean fits(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        var named = Optional.ofNullable(System.getenv("APPEL_CHROMIUM")).map(Path::of).stream();
        var onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }
}
