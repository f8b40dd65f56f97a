'use client';

import Link from 'next/link';
import { lazy, Suspense } from 'react';
import { useMe } from '@/components/session/use-me';

const Count = lazy(() => import('./bell-count'));

/** `unread` has the place `{count}`. */
export interface BellTexts {
  name: string;
  unread: string;
}

/** The way to the inbox, for members. Its room is there before anything is known of the reader; what counts comes later. */
export function Bell({ locale, texts }: { locale: string; texts: BellTexts }) {
  const isMember = useMe().me?.viewer?.kind === 'member';
  const link = (count: number, attention: boolean) => (
    <Link
      prefetch={false}
      href={`/${locale}/inbox`}
      aria-label={count > 0 ? texts.unread.replace('{count}', String(count)) : texts.name}
      data-unread={count}
      className="relative grid h-10 place-items-center rounded-md text-muted hover:bg-surface hover:text-ink"
    >
      <svg viewBox="0 0 24 24" className="size-5 fill-none stroke-current stroke-[1.6]" aria-hidden="true">
        <path d="M6 16.5h12l-1.4-2V10a4.6 4.6 0 0 0-9.2 0v4.5zM10.3 19.2a1.9 1.9 0 0 0 3.4 0" strokeLinejoin="round" />
      </svg>
      {count > 0 && (
        <span
          key={count}
          className={`absolute top-1 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4 font-semibold text-on-accent tabular-nums ${
            attention ? 'motion-safe:animate-[pulse_0.8s_ease-in-out_2]' : ''
          }`}
        >
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  );
  return (
    <div className="w-8 sm:w-10">
      {isMember && (
        <Suspense fallback={link(0, false)}>
          <Count show={link} />
        </Suspense>
      )}
    </div>
  );
}
