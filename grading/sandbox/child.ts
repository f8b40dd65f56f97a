/**
 * Runs inside the sandbox process, bundled with `host-globals.ts` before it: gets a nonce and then one job on stdin, a
 * line each, and writes events to stdout, a line each with the nonce before it. One job, then it waits to be killed.
 */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as tf from '@tensorflow/tfjs-core';
import { registerCopyKernels } from '../harness/copy-kernels';
import { checkKnownAnswers, launchCommonKernels } from '../harness/known-answers';
import { onMemoryExceeded } from '../harness/loop-guard';
import { observe } from '../harness/observe';
import { freezeDeeply, freezeRealm } from '../harness/realm-lock';
import type { Job } from '../task';

declare const realm: object;
declare const Deno: {
  stdin: { readSync(buffer: Uint8Array): number | null };
  stdout: { writeSync(bytes: Uint8Array): number };
  exit(code: number): never;
};

const decoder = new TextDecoder();
const encoder = new TextEncoder();
let unread = '';

function readLine(): string {
  const buffer = new Uint8Array(1 << 16);
  while (!unread.includes('\n')) {
    const count = Deno.stdin.readSync(buffer);
    // The parent is gone.
    if (count === null) Deno.exit(0);
    unread += decoder.decode(buffer.subarray(0, count), { stream: true });
  }
  const end = unread.indexOf('\n');
  const line = unread.slice(0, end);
  unread = unread.slice(end + 1);
  return line;
}

function writeLine(nonce: string, message: unknown): void {
  let rest = encoder.encode(`${nonce} ${JSON.stringify(message)}\n`);
  while (rest.length > 0) rest = rest.subarray(Deno.stdout.writeSync(rest));
}

/** A job like a learner's, so that the harness itself is warm as well. */
const DUMMY: Job = {
  source: "const tf = require('@tensorflow/tfjs-core'); exports.f = (x) => tf.tidy(() => tf.mul(tf.add(x, 1), x));",
  entries: ['f'],
  forbidden: [],
  tasks: [
    { id: 'call', do: 'call', fn: 'f', args: [{ $tensor: { dtype: 'float32', shape: [1], base64: 'AACAPw==' } }] },
    {
      id: 'vjp',
      do: 'vjp',
      fn: 'f',
      args: [{ $tensor: { dtype: 'float32', shape: [1], base64: 'AACAPw==' } }],
      wrt: [[0]],
      output: [],
      upstream: { dtype: 'float32', shape: [1], base64: 'AACAPw==' },
    },
  ],
};

async function main(): Promise<void> {
  const nonce = readLine();
  registerCopyKernels(tf);
  await tf.setBackend('cpu');
  const wrong = await checkKnownAnswers(tf);
  launchCommonKernels(tf);
  await observe(tf, DUMMY, () => {});
  onMemoryExceeded((problem) => {
    // The parent ends the process at once, whatever the code does with the error.
    writeLine(nonce, { type: 'problem', problem });
    writeLine(nonce, { type: 'done' });
  });
  freezeRealm(realm);
  writeLine(nonce, { type: 'ready', wrong });
  const job = JSON.parse(readLine()) as Job;
  await observe(tf, job, (event) => writeLine(nonce, event), { seal: freezeDeeply });
  // The parent kills the process; nothing of this one is used again.
  readLine();
}

await main();
