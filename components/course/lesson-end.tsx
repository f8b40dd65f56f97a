'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useLessonProgress } from './use-lesson-progress';

/**
 * The end of a lesson, where the reader says that it is read. Scrolling on by a screen begins it: somebody who only looks
 * in gets no account for that.
 */
export function LessonEnd({
  lesson,
  texts,
}: {
  lesson: string;
  texts: { finish: string; finished: string; notKept: string };
}) {
  const { state, loading, mark, unsaved } = useLessonProgress(lesson);

  const [hasScrolled, setHasScrolled] = useState(false);

  useEffect(() => {
    // Heard from the beginning: who is known only later may have come to rest by then.
    const onScroll = () => {
      if (window.scrollY < window.innerHeight) return;
      window.removeEventListener('scroll', onScroll);
      setHasScrolled(true);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, []);

  useEffect(() => {
    if (hasScrolled && !loading && state === null) mark('started');
  }, [hasScrolled, loading, state, mark]);

  return (
    <div className="mt-14 flex min-h-12 max-w-measure flex-wrap items-center gap-4 border-t border-line pt-6">
      <Button
        tone={state === 'finished' ? 'quiet' : 'primary'}
        aria-pressed={state === 'finished'}
        aria-disabled={state === 'finished'}
        className="opacity-100!"
        onClick={() => state !== 'finished' && mark('finished')}
      >
        {state === 'finished' ? `✓ ${texts.finished}` : texts.finish}
      </Button>
      <p role="status" className="text-sm text-muted">
        {unsaved ? texts.notKept : ''}
      </p>
    </div>
  );
}
