'use client';

import { useDeferredValue, useId, useState } from 'react';
import { holds } from '@/components/search/marks';
import type en from '@/messages/en.json';

export interface GlossaryEntry {
  id: string;
  name: string;
  /** The name in the other language. */
  other: string;
  /** Variants and abbreviations in both. */
  also: readonly string[];
  meaning: string;
  /** The first lesson that explains it. */
  lesson: { title: string; href: string } | null;
}

type Texts = (typeof en)['glossary'];

/** All words, or those whose names hold what is typed: parts of Korean words, half syllables and first consonants count. */
export function GlossaryList(props: { entries: readonly GlossaryEntry[]; texts: Texts; otherLanguage: 'ko' | 'en' }) {
  const { entries, texts, otherLanguage } = props;
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const field = useId();
  const shown = entries.filter(({ name, other, also }) => holds([name, other, ...also].join(' · '), query));
  const count = texts.count.replace('{count}', String(shown.length)).replace('{total}', String(entries.length));
  return (
    <>
      <div className="mt-10 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 print:hidden">
        <div className="min-w-0 grow sm:grow-0">
          <label htmlFor={field} className="block text-sm text-muted">
            {texts.filter}
          </label>
          <input
            id={field}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="mt-1 min-h-10 w-full rounded-md border border-edge bg-paper px-3 sm:w-80"
          />
        </div>
        <p role="status" className="text-sm text-muted tabular-nums">
          {shown.length === 0 ? texts.none : count}
        </p>
      </div>
      <dl className="mt-8 border-t border-line">
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} texts={texts} otherLanguage={otherLanguage} />
        ))}
      </dl>
    </>
  );
}

function Entry(props: { entry: GlossaryEntry; texts: Texts; otherLanguage: 'ko' | 'en' }) {
  const { id, name, other, also, meaning, lesson } = props.entry;
  const { texts, otherLanguage } = props;
  return (
    <div
      id={id}
      className="grid scroll-mt-4 gap-x-8 gap-y-1 border-b border-line py-4 target:bg-accent-soft target:px-4 sm:grid-cols-[14rem_1fr]"
    >
      <dt>
        <a href={`#${id}`} className="font-semibold no-underline hover:underline">
          {name}
        </a>
        <span lang={otherLanguage} className="block text-sm text-muted">
          {other}
        </span>
      </dt>
      <dd className="text-sm leading-relaxed">
        {meaning}
        {also.length > 0 && (
          <span className="mt-1 block text-muted">{texts.also.replace('{names}', also.join(', '))}</span>
        )}
        {lesson && (
          <span className="mt-1 block text-muted">
            {texts.firstIn}{' '}
            <a href={lesson.href} className="text-accent underline">
              {lesson.title}
            </a>
          </span>
        )}
      </dd>
    </div>
  );
}
