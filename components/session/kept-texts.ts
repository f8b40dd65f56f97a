import * as z from 'zod';
import { readLocal, writeLocal } from './local-store';

const KeptSchema = z.array(
  z.object({ text: z.string(), at: z.number(), why: z.enum(['reset', 'restored', 'conflict']) }),
);
export type KeptText = z.infer<typeof KeptSchema>[number];

const keyOf = (exercise: string) => `peergrad:kept:${exercise}`;
const MOST = 10;

/** Texts that were replaced on purpose (reset, restore, a conflict), newest first, on this device. */
export function keptTexts(exercise: string): KeptText[] {
  try {
    return KeptSchema.parse(JSON.parse(readLocal(keyOf(exercise)) ?? '[]'));
  } catch {
    return [];
  }
}

export function keepText(exercise: string, text: string, why: KeptText['why']): void {
  const others = keptTexts(exercise).filter((kept) => kept.text !== text);
  writeLocal(keyOf(exercise), JSON.stringify([{ text, at: Date.now(), why }, ...others].slice(0, MOST)));
}
