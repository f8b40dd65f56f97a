'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Person } from '@/contracts/discussion';
import { fetchPeople } from './discussion-api';

/** Where people to mention are looked for: `thread=ID`, or `cohort=ID&team=ID`. */
export type MentionPlace = Record<string, string>;

export interface MentionList {
  people: Person[];
  active: number;
  move(by: number): void;
}

/** People whose names match what was typed after `@`; null while nothing is. */
export function useMentionList(place: MentionPlace, query: string | null): MentionList {
  const [people, setPeople] = useState<Person[]>([]);
  const [active, setActive] = useState(0);
  const where = new URLSearchParams(place).toString();

  useEffect(() => {
    setActive(0);
    if (query === null) return setPeople([]);
    const gone = new AbortController();
    const params = new URLSearchParams(where);
    params.set('query', query);
    // Letters of one syllable come fast after each other.
    const timer = setTimeout(() => {
      fetchPeople(params, gone.signal).then(
        ({ people: found }) => setPeople(found.slice(0, 8)),
        () => gone.signal.aborted || setPeople([]),
      );
    }, 120);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [where, query]);

  return {
    people: query === null ? [] : people,
    active: Math.min(active, Math.max(0, people.length - 1)),
    move: (by) => setActive((now) => (people.length === 0 ? 0 : (now + by + people.length) % people.length)),
  };
}

/** The list itself; the text field keeps the focus and says by `aria-activedescendant` which one is meant. */
export function MentionOptions({
  id,
  list: { people, active },
  onPick,
}: {
  id: string;
  list: MentionList;
  onPick(person: Person): void;
}) {
  const t = useTranslations('discussion.composer');
  if (people.length === 0) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('mention')}
      className="absolute inset-x-2 top-full z-20 -mt-2 max-h-64 max-w-xs overflow-auto rounded-md border border-line bg-raised p-1 shadow-float"
    >
      {people.map((person, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field
        // biome-ignore lint/a11y/useFocusableInteractive: the text field keeps the focus
        <div
          key={person.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          // Else the text field loses the focus, and the list goes.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
          className={`cursor-pointer rounded-sm px-3 py-2 text-sm ${at === active ? 'bg-accent-soft' : 'hover:bg-surface'}`}
        >
          {person.name}
          {person.isStaff && <span className="ms-2 text-xs text-muted">{t('staff')}</span>}
        </div>
      ))}
    </div>
  );
}
