import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { RUNNER_CSP } from '@/grading/browser/runner-csp';
import type { RunnerFiles } from '@/grading/harness/runner-files';
import { buildRunners } from '@/scripts/build-runner/build';

/** A site of one page that has nothing but the page runner, so that its workers can be tested by themselves. */
export interface RunnerSite {
  url: string;
  runners: RunnerFiles;
  /** Every request that arrived at `/api/…`, by method and path. */
  apiRequests: string[];
  /** Serves `script` at `/runner/NAME` with the runner's policy. */
  addRunnerScript(name: string, script: string): void;
  close(): Promise<void>;
}

async function hostScript(root: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createPageRunner } from './grading/browser/page-runner';
        import { startTrainingSession } from './grading/browser/training-session';
        globalThis.createPageRunner = createPageRunner;
        globalThis.startTraining = startTrainingSession;`,
      resolveDir: root,
    },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Serves the workers as the site does: with the runner's policy as a header. */
export async function startRunnerSite(root = process.cwd()): Promise<RunnerSite> {
  const { runners } = await buildRunners(root);
  const host = await hostScript(root);
  const apiRequests: string[] = [];
  const scripts = new Map<string, string>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    if (path.startsWith('/api/')) {
      apiRequests.push(`${request.method} ${path}`);
      response.end('{}');
      return;
    }
    if (path.startsWith('/runner/')) {
      const script = scripts.get(path) ?? (await readFile(join(root, 'public', path), 'utf8'));
      response.setHeader('Content-Security-Policy', RUNNER_CSP);
      response.setHeader('Content-Type', 'text/javascript').end(script);
      return;
    }
    if (path === '/host.js') {
      response.setHeader('Content-Type', 'text/javascript').end(host);
      return;
    }
    response.setHeader('Set-Cookie', 'session=secret').setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>runner</title><script src="/host.js"></script>');
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    runners,
    apiRequests,
    addRunnerScript: (name, script) => scripts.set(`/runner/${name}`, script),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
