'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { withAccount } from '@/components/session/first-save';
import { refreshMe } from '@/components/session/me-store';
import { useMe } from '@/components/session/use-me';

type Progress = 'started' | 'finished';

async function put(lesson: string, state: Progress) {
  const response = await fetch('/api/lessons', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lesson, state }),
  });
  if (!response.ok) throw new Error(`PUT /api/lessons: ${response.status}`);
}

/**
 * How far the reader is with one lesson, and `mark` to go further. What could not be saved is shown as done, tried again
 * when the network is back, and told by `unsaved`.
 */
export function useLessonProgress(lesson: string) {
  const { me, loading } = useMe();
  const [own, setOwn] = useState<Progress | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const wanted = useRef<Progress | null>(null);

  const save = useCallback(async () => {
    const state = wanted.current;
    if (!state) return;
    try {
      await withAccount(() => put(lesson, state));
      if (wanted.current === state) wanted.current = null;
      setUnsaved(false);
      await refreshMe();
    } catch {
      setUnsaved(true);
    }
  }, [lesson]);

  const mark = useCallback(
    (state: Progress) => {
      wanted.current = state;
      setOwn(state);
      void save();
    },
    [save],
  );

  useEffect(() => {
    addEventListener('online', save);
    return () => removeEventListener('online', save);
  }, [save]);

  return { state: own ?? me?.lessons[lesson]?.state ?? null, loading, mark, unsaved };
}
