// npm run build: makes everything that `npm start` serves, and of that only what changed since the last time.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildStep, FOR_PRODUCTION } from './build-steps';
import { contentHash } from './content-hash';

/** Hash of the inputs that the outputs were made from, a file per step. */
const STAMPS = '.generated/built';

/** @throws naming the step that failed; what its command said is on the terminal by then */
export async function build(steps: BuildStep[] = FOR_PRODUCTION): Promise<void> {
  for (const step of steps) {
    const key = contentHash(step.inputs);
    const stamp = path.join(STAMPS, step.name);
    if (step.outputs.every((file) => existsSync(file)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key)
      continue;
    const started = performance.now();
    console.log(`Building the ${step.label} …`);
    rmSync(stamp, { force: true });
    for (const command of step.commands) await runNode(step.label, command);
    mkdirSync(STAMPS, { recursive: true });
    writeFileSync(stamp, key);
    console.log(`Built the ${step.label} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
}

/** What a command says is kept for when it fails: a good build is a line. */
function runNode(label: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    // Ctrl-C in a terminal reaches it anyway; other signals only through us.
    const killWithUs = () => child.kill();
    process.once('exit', killWithUs);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', killWithUs);
      if (code === 0) return resolve();
      process.stderr.write(output);
      reject(new Error(`Building the ${label} failed.`));
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
