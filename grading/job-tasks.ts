import type { Task } from './task';
import { taskId } from './task-ids';

/** Tasks of several checks under ids that are unique within a run; references between tasks follow. */
export function jobTasks(checks: readonly { id: string; tasks: readonly Task[] }[]): Task[] {
  const rename = (check: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((entry) => rename(check, entry));
    if (typeof value !== 'object' || value === null || '$tensor' in value) return value;
    if ('$output' in value) {
      const { task, path } = value.$output as { task: string; path: unknown };
      return { $output: { task: taskId(check, task), path } };
    }
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, rename(check, entry)]));
  };
  return checks.flatMap(({ id, tasks }) =>
    tasks.map((task) => ({ ...task, id: taskId(id, task.id), args: rename(id, task.args) as Task['args'] })),
  );
}
