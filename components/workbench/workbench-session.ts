import { createDraftSync } from '@/components/session/draft-sync';
import { createStore, type Store } from '@/components/session/store';
import { createSubmissionQueue, type SubmissionQueue } from '@/components/session/submission-queue';
import type { TextSync } from '@/components/session/text-sync';
import type { EditorPort } from './editor-port';
import { createRunController, type RunController } from './run-controller';

/** What a workbench must know of its exercise. */
export interface WorkbenchExercise {
  id: string;
  starter: string;
  hints: number;
  checks: number;
  /** It imports from `my-layers`. */
  usesLayers: boolean;
  /** It is a net that the page can train. */
  trains: boolean;
  /** URL of the references' curves, where there are some. */
  training: string | null;
  /** URL of the page fixture. */
  fixture: string;
  runners: Record<'webgpu' | 'webgl' | 'cpu', string>;
}

/** One exercise on this page: its draft, its runs, its submissions. Panes that are loaded apart share it. */
export interface WorkbenchSession {
  exercise: WorkbenchExercise;
  draft: TextSync;
  queue: SubmissionQueue;
  run: RunController;
  /** The editor that is on screen; null while it is loaded or exchanged. */
  editor: Store<EditorPort | null>;
}

const sessions = new Map<string, WorkbenchSession>();

export function workbenchSession(exercise: WorkbenchExercise): WorkbenchSession {
  const known = sessions.get(exercise.id);
  if (known) return known;
  const session: WorkbenchSession = {
    exercise,
    draft: createDraftSync(exercise.id, exercise.starter),
    queue: createSubmissionQueue(exercise.id),
    run: createRunController(async () => (await import('./page-grader')).createPageGrader(exercise)),
    editor: createStore<EditorPort | null>(null),
  };
  sessions.set(exercise.id, session);
  return session;
}

/** Puts another text into the editor so that undo brings the old one back; without an editor, into the draft. */
export function replaceText({ editor, draft }: WorkbenchSession, text: string): void {
  const port = editor.get();
  if (port) port.replace(text);
  else draft.edit(text);
}
