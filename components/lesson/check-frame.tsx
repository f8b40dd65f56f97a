'use client';

import type { ComponentProps, FormEvent } from 'react';
import { CheckForm } from './check-form';
import { useHydrated } from './use-hydrated';

/** A quick check that can be answered: its button checks, and after a verdict lets the reader try again. */
export function CheckFrame(
  props: Omit<ComponentProps<typeof CheckForm>, 'onSubmit'> & { onCheck: () => void; onRetry: () => void },
) {
  const { onCheck, onRetry, ...form } = props;
  const hydrated = useHydrated();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ((form.verdict ?? 'none') === 'none') onCheck();
    else onRetry();
  };
  return <CheckForm {...form} onSubmit={hydrated ? submit : undefined} />;
}
