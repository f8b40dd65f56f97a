import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

// A headless shell first, as Playwright itself has it: a whole browser draws its toolbars, unseen, by pages of their own.
const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for a headless Chromium with WebGPU on the CPU, quiet on a closed network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  // A software adapter on a busy machine is slow, not hung.
  '--disable-gpu-watchdog',
];

/**
 * The page is drawn on the same software GPU, as in a learner's browser: what is read at once from WebGPU goes through a canvas,
 * and a canvas that the two cannot share loses the device or, worse, gives zeros. Pages are drawn more slowly.
 */
export const SHARED_GPU_FLAGS = [
  ...CHROMIUM_FLAGS,
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
  '--disable-gpu-rasterization',
];

/** Path of a Chromium: `CHROME_PATH`, the system's, Playwright's own; null when there is none. */
export function findChromium(): string | null {
  const given = process.env.CHROME_PATH;
  if (given) return given;
  return [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/**
 * {@link findChromium}, installing one first where there is none: from Debian's packages as root, else Playwright's.
 * @throws {Error} when there is still none.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  const apt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const commands = apt
    ? [
        ['apt-get', 'update', '-qq'],
        ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'],
        // Of distributions that have no shell by itself.
        ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      ]
    : [['npx', 'playwright', 'install', 'chromium']];
  for (const [command = '', ...args] of commands) {
    if (findChromium()) break;
    console.log(`No Chromium here: ${command} ${args.join(' ')}`);
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const installed = findChromium();
  if (!installed) throw new Error('No Chromium could be installed. Install one and set CHROME_PATH to it.');
  return installed;
}
