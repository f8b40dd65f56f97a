import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium';

// One port for the config's every load: workers inherit the environment of the first.
process.env.PEERGRAD_TEST_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000));
process.env.PEERGRAD_TEST_DATA ??= `.tmp/browser-${process.env.PEERGRAD_TEST_PORT}`;
// PEERGRAD_TEST_URL: an author's own running site (`npm run dev`) in place of a fresh one.
// PEERGRAD_TRACE=1: a trace of what failed; it makes every test two fifths slower.
const {
  PEERGRAD_TEST_PORT: PORT,
  PEERGRAD_TEST_DATA: DATA_DIR,
  PEERGRAD_TEST_URL: RUNNING,
  PEERGRAD_TRACE,
} = process.env;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.tmp/playwright',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'line',
  use: {
    baseURL: RUNNING ?? `http://127.0.0.1:${PORT}`,
    launchOptions: { executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS },
    trace: PEERGRAD_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  webServer:
    RUNNING === undefined
      ? {
          // The site itself, as `npm start` runs it, on a database of its own.
          command: 'node --conditions=react-server --import tsx scripts/start.ts',
          url: `http://127.0.0.1:${PORT}/api/health`,
          env: { PORT, DATA_DIR, PUBLIC_URL: '', LOG_LEVEL: 'warn' },
          timeout: 300_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
          reuseExistingServer: false,
          stdout: 'ignore',
        }
      : undefined,
});
