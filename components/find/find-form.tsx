'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { UnitChoice } from './find-page';
import { Hit } from './hit';
import { useFind } from './use-find';

const WHERE = ['all', 'threads', 'sessions', 'logs'] as const;
const TIMES = { all: '', day: '1', week: '7', month: '30' } as const;
const FIELD = 'min-h-10 w-full rounded-md border border-edge bg-raised px-2.5 text-sm font-normal';

interface Asked {
  q: string;
  where: string;
  author: string;
  unit: string;
  days: string;
}

const NOTHING: Asked = { q: '', where: 'all', author: '', unit: '', days: '' };

/** What is asked stands in the address, so that it can be passed on and comes back with the page. */
function fromAddress(): Asked {
  const given = new URLSearchParams(location.search);
  const read = (name: keyof Asked) => given.get(name) ?? NOTHING[name];
  return { q: read('q'), where: read('where'), author: read('author'), unit: read('unit'), days: read('days') };
}

function queryOf(asked: Asked): string | null {
  if (asked.q.trim() === '') return null;
  const given = Object.entries(asked).filter(([name, value]) => value !== NOTHING[name as keyof Asked]);
  return new URLSearchParams(given).toString();
}

/** A field, filters, and what is found as one types. Arrow keys go from the field to the hits and through them. */
export function FindForm({ units }: { units: readonly UnitChoice[] }) {
  const t = useTranslations('find');
  const errorText = useErrorText();
  const [asked, setAsked] = useState(NOTHING);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const query = queryOf(asked);
  const { hits, next, error, isBusy, query: answered, more } = useFind(query);

  useEffect(() => {
    setAsked(fromAddress());
    field.current?.focus();
  }, []);

  function ask(part: Partial<Asked>) {
    const now = { ...asked, ...part };
    setAsked(now);
    const search = queryOf(now);
    history.replaceState(history.state, '', search === null ? location.pathname : `?${search}`);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.target instanceof HTMLSelectElement) return;
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-hit]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const target = at + step < 0 ? field.current : links[at + step];
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  const isFresh = query !== null && answered === query;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move the focus between what is interactive in it
    <div onKeyDown={onKeyDown}>
      <search>
        <form onSubmit={(event) => event.preventDefault()} className="mt-6 grid gap-4">
          <input
            ref={field}
            type="search"
            aria-label={t('label')}
            placeholder={t('label')}
            value={asked.q}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => ask({ q: event.target.value })}
            className="min-h-12 w-full rounded-md border border-edge bg-raised px-4 text-lg"
          />
          <fieldset className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            <legend className="sr-only">{t('filters')}</legend>
            <Filter label={t('where.label')}>
              <select value={asked.where} onChange={(event) => ask({ where: event.target.value })} className={FIELD}>
                {WHERE.map((where) => (
                  <option key={where} value={where}>
                    {t(`where.${where}`)}
                  </option>
                ))}
              </select>
            </Filter>
            <Filter label={t('author')}>
              <input
                value={asked.author}
                maxLength={60}
                autoComplete="off"
                onChange={(event) => ask({ author: event.target.value })}
                className={FIELD}
              />
            </Filter>
            <Filter label={t('unit.label')}>
              <select value={asked.unit} onChange={(event) => ask({ unit: event.target.value })} className={FIELD}>
                <option value="">{t('unit.all')}</option>
                {units.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </Filter>
            <Filter label={t('time.label')}>
              <select value={asked.days} onChange={(event) => ask({ days: event.target.value })} className={FIELD}>
                {Object.entries(TIMES).map(([name, days]) => (
                  <option key={name} value={days}>
                    {t(`time.${name as keyof typeof TIMES}`)}
                  </option>
                ))}
              </select>
            </Filter>
          </fieldset>
        </form>
      </search>
      <p role="status" className="mt-6 min-h-6 text-sm text-muted">
        {query === null
          ? t('start')
          : !isFresh || isBusy
            ? t('searching')
            : hits.length === 0
              ? t('none', { query: asked.q.trim() })
              : t(next === null ? 'foundAll' : 'found', { count: hits.length })}
      </p>
      {error !== null && (
        <div className="mt-2">
          <Notice tone="fail" live>
            {errorText(error)}
          </Notice>
        </div>
      )}
      <div className={`min-h-80 ${isFresh ? '' : 'opacity-60'}`} aria-busy={isBusy}>
        <ol ref={list} className={hits.length > 0 ? 'mt-2 border-t border-line' : ''}>
          {hits.map((hit) => (
            <Hit key={`${hit.kind} ${hit.id} ${hit.number} ${hit.at}`} hit={hit} />
          ))}
        </ol>
        {next !== null && (
          <Button className="mt-5" disabled={isBusy} onClick={more}>
            {t('more')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Filter({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: its control is among the children
    <label className="flex min-w-0 flex-col gap-1 text-xs font-semibold">
      {label}
      {children}
    </label>
  );
}
