import 'server-only';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { env } from '../env';

/** What a link on a platform leads to. `choose`: an instructor chooses what a new link leads to. */
export type Target = { kind: 'course' } | { kind: 'exercise'; exercise: string } | { kind: 'choose' };

/** Where platforms send launches, whatever they are of. */
export const launchUrl = (): string => `${env.PUBLIC_URL}/api/lti/launch`;

/** `target_link_uri` of a link. */
export function uriOf(target: Target): string {
  const url = new URL(launchUrl());
  if (target.kind === 'exercise') url.searchParams.set('exercise', target.exercise);
  if (target.kind === 'choose') url.searchParams.set('choose', '1');
  return url.href;
}

/** Whose address it is, is asked first: a platform may be told to send people anywhere. Null: not to this site. */
export function targetOf(uri: string): Target | null {
  if (!URL.canParse(uri)) return null;
  const url = new URL(uri);
  if (url.origin !== env.PUBLIC_URL) return null;
  if (url.searchParams.has('choose')) return { kind: 'choose' };
  const exercise = ExerciseIdSchema.safeParse(url.searchParams.get('exercise'));
  return exercise.success ? { kind: 'exercise', exercise: exercise.data } : { kind: 'course' };
}
