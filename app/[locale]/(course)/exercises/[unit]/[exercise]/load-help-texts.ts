'use server';

import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import * as z from 'zod';
import { ExerciseIdSchema } from '@/grading/exercise-id';
import { LocaleSchema } from '@/grading/localized';
import { getExercise } from '@/server/exercise-manifest';
import { getHelp } from '@/server/help/help';
import { findViewer } from '@/server/viewer';
import { explanationOf, hintsOf } from './help-mdx';

const InputSchema = z.tuple([ExerciseIdSchema, LocaleSchema]);

/**
 * The hints that the reader has opened, and the explanation of the solution where it is open. What is not open does not
 * leave the server.
 */
export async function loadHelpTexts(
  exercise: string,
  locale: string,
): Promise<{ hints: ReactNode[]; explanation: ReactNode }> {
  const [id, language] = InputSchema.parse([exercise, locale]);
  await getExercise(id);
  const { hintsOpened, solution } = await getHelp(await findViewer(await headers()), id);
  const hints = hintsOpened > 0 ? (await hintsOf(id, language)).slice(0, hintsOpened) : [];
  return { hints, explanation: solution === 'open' ? await explanationOf(id, language) : null };
}
