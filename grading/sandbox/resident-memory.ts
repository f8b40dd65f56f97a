import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has just ended, or the system has no /proc.
    return '';
  }
}

/**
 * Resident memory of a process and its descendants, bytes; 0 where it cannot be told. Wrappers such as bubblewrap stay
 * as parents, so the whole tree counts.
 */
export function residentBytes(pid: number): number {
  const own = Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES;
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return children.reduce((sum, child) => sum + residentBytes(Number(child)), own);
}
