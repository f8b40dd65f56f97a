'use client';

import { useEffect } from 'react';
import { useMe } from '@/components/session/use-me';

/** Writes beside each section of a lesson how many threads there are on it, for members; asks once the page is quiet. */
export function SectionThreads({ lesson }: { lesson: string }) {
  const { me } = useMe();
  const isMember = me?.viewer?.kind === 'member';
  useEffect(() => {
    if (!isMember) return;
    let gone = false;
    import('@/components/discussion/discussion-api')
      .then(({ fetchThreads }) => fetchThreads(`lesson=${lesson}&limit=100`))
      .then(({ threads }) => {
        if (gone) return;
        for (const link of document.querySelectorAll<HTMLAnchorElement>('.discuss-section a')) {
          const section = new URLSearchParams(link.search).get('section');
          const about = threads.filter(({ anchor }) => isOn(anchor, section));
          if (about.length > 0) link.dataset.threads = String(about.length);
        }
      })
      // The links lead there without their numbers, too.
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [lesson, isMember]);
  return null;
}

function isOn(anchor: object, section: string | null): boolean {
  const ids = 'section' in anchor && anchor.section ? Object.values(anchor.section) : [];
  return section !== null && ids.includes(section);
}
