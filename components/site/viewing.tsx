'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useMe } from '@/components/session/use-me';
import { readViewing, type Viewing as View } from '@/components/session/viewing';
import type en from '@/messages/en.json';

const Bar = lazy(() => import('./viewing-bar'));

/** Texts of `site.viewing`. */
export type ViewingTexts = (typeof en)['site']['viewing'];

/** Over every page while somebody of staff looks at the course as a learner; nothing for everybody else. */
export function Viewing(shell: { locale: string; texts: ViewingTexts }) {
  const { me } = useMe();
  const [view, setView] = useState<View | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever `me` is anew, it may be by a view that another tab began
  useEffect(() => setView(readViewing()), [me]);

  if (view === null) return null;
  return (
    <Suspense>
      <Bar {...shell} view={view} name={me?.viewer?.name ?? ''} />
    </Suspense>
  );
}
