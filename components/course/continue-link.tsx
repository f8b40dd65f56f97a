'use client';

import Link from 'next/link';
import { useMe } from '@/components/session/use-me';
import { buttonStyle } from '@/components/ui/button-style';
import { nextStep, type Step, stateOf } from './step';

/**
 * The way on. Before the account is known, and for a newcomer, it leads to the first step. `TITLE` in the texts stands for
 * the title of the step.
 */
export function ContinueLink({
  steps,
  texts,
}: {
  steps: Step[];
  texts: { start: string; next: string; review: string };
}) {
  const { me } = useMe();
  const first = steps[0];
  if (!first) return null;
  const next = nextStep(steps, me);
  const text =
    next === null ? texts.review : next === first && stateOf(first, me) === 'none' ? texts.start : texts.next;
  const step = next ?? first;
  return (
    <Link href={step.href} className={`${buttonStyle('primary')} max-w-full min-h-12! px-5! whitespace-normal!`}>
      {text.replace('TITLE', step.title)}
    </Link>
  );
}
