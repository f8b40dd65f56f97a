import { readFileSync } from 'node:fs';

export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** The child process that runs this file. @throws when there is none */
export function childThatRuns(parent: number, file: string): number {
  const child = childrenOf(parent).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(file));
  if (child === undefined) throw new Error(`Process ${parent} has no child that runs ${file}.`);
  return child;
}
