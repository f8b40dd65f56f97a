import type { Browser, Page } from '@playwright/test';

/** What one cold load of a page cost. Bytes are as transferred (compressed), times in milliseconds. */
export interface PageLoad {
  scriptBytes: number;
  totalBytes: number;
  /** Largest contentful paint. */
  lcp: number;
  /** Σ (long task − 50 ms) until the page is ready. */
  blocking: number;
  layoutShift: number;
  /** Until `ready` resolved. */
  readyMs: number;
  resources: Resource[];
}

/** One answer of the network: `type` as DevTools calls it (`Script`, `Font`, …), `bytes` as transferred. */
interface Resource {
  url: string;
  type: string;
  bytes: number;
}

declare global {
  interface Window {
    pageLoad: { lcp: number; blocking: number; layoutShift: number };
  }
}

/** Runs in the page before anything else. */
function observe() {
  window.pageLoad = { lcp: 0, blocking: 0, layoutShift: 0 };
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => {
    window.pageLoad.lcp = entry.startTime;
  });
  watch('longtask', (entry) => {
    window.pageLoad.blocking += Math.max(0, entry.duration - 50);
  });
  watch('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) window.pageLoad.layoutShift += shift.value;
  });
}

/**
 * Loads `url` once in a context of its own (cold cache).
 * @param ready resolves when the page is as far as is to be measured; default: the network is idle.
 * @param cpuSlowdown 4 is DESIGN's mid-range phone.
 */
export async function loadPage(
  browser: Browser,
  url: string,
  { cpuSlowdown = 1, ready }: { cpuSlowdown?: number; ready?: (page: Page) => Promise<unknown> } = {},
): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ko-KR' });
  try {
    const page = await context.newPage();
    // What compiles us for the bench (esbuild) marks functions with this helper, which the page has not.
    await page.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
    await page.addInitScript(observe);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    const resources = new Map<string, Resource>();
    devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
      resources.set(requestId, { url: response.url, type, bytes: 0 });
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const resource = resources.get(requestId);
      if (resource) resource.bytes = encodedDataLength;
    });
    const started = performance.now();
    await page.goto(url, { waitUntil: 'load' });
    await (ready ? ready(page) : page.waitForLoadState('networkidle'));
    const readyMs = performance.now() - started;
    const seen = await page.evaluate(() => window.pageLoad);
    const all = [...resources.values()];
    const bytesOf = (list: Resource[]) => list.reduce((sum, { bytes }) => sum + bytes, 0);
    return {
      scriptBytes: bytesOf(all.filter(({ type }) => type === 'Script')),
      totalBytes: bytesOf(all),
      ...seen,
      readyMs,
      resources: all,
    };
  } finally {
    await context.close();
  }
}
