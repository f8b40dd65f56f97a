'use client';

import Link from 'next/link';
import { useDue } from './use-due';

/** The way to the review page, with the number of checks that are due. `due` has the place `{count}`. */
export function ReviewLink(props: { locale: string; texts: { name: string; due: string }; className: string }) {
  const count = useDue().due.length;
  const { name, due } = props.texts;
  return (
    <Link
      prefetch={false}
      href={`/${props.locale}/review`}
      className={props.className}
      aria-label={count > 0 ? `${name}: ${due.replace('{count}', String(count))}` : undefined}
    >
      {name}
      {count > 0 && (
        <span className="ml-1.5 rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent tabular-nums">
          {count}
        </span>
      )}
    </Link>
  );
}
