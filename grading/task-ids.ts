/** Task ids within a run: a check's own ids are only unique within it. */
export function taskId(check: string, task: string): string {
  return `${check}/${task}`;
}

/** The check that a run's task belongs to. @example checkOf('values/0') // 'values' */
export function checkOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
