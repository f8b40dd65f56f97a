'use client';

import { useLocale, useTranslations } from 'next-intl';
import { showDay } from '@/components/log/show-day';
import { PageLink } from '@/components/site/page-link';
import type { FindHit } from '@/contracts/find';

/** One hit: where it is, who wrote it, and the text around the words with the words marked. */
export function Hit({ hit }: { hit: FindHit }) {
  const t = useTranslations('find');
  const locale = useLocale();
  const day = hit.day === null ? '' : showDay(hit.day, locale, 'short');
  const title = {
    thread: hit.title,
    post: t('postIn', { title: hit.title, number: hit.number ?? 0 }),
    notes: t('session', { team: hit.title, day }),
    item: t('session', { team: hit.title, day }),
    log: t('logOf', { name: hit.author ?? '', day }),
  }[hit.kind];
  const written = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium' });
  return (
    <li className="border-b border-line">
      <PageLink
        data-hit
        prefetch={false}
        href={hrefOf(hit)}
        className="block rounded-sm px-1 py-4 no-underline outline-offset-[-2px] hover:bg-surface"
      >
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className="font-semibold text-accent [overflow-wrap:anywhere]">{title}</span>
          <span className="text-xs text-muted">
            {[t(`kind.${hit.kind}`), hit.kind === 'log' ? null : hit.author, written.format(new Date(hit.at))]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {hit.kind !== 'thread' && (
          <span className="mt-1 block text-sm text-ink [overflow-wrap:anywhere]">
            <Marked snippet={hit.snippet} />
          </span>
        )}
      </PageLink>
    </li>
  );
}

function hrefOf({ kind, id, number }: FindHit): `/${string}` {
  if (kind === 'thread') return `/threads/${id}`;
  if (kind === 'post') return `/threads/${id}?post=${number}`;
  return kind === 'log' ? `/log/entry?id=${id}` : `/sessions/${id}`;
}

/** Text is text: what was found is marked by its place, no markup comes from the server. */
function Marked({ snippet: { text, marks } }: { snippet: FindHit['snippet'] }) {
  if (marks.length === 0) return text;
  return marks.map(([from, to], at) => {
    const before = text.slice(marks[at - 1]?.[1] ?? 0, from);
    const isLast = at === marks.length - 1;
    return (
      <span key={from}>
        {before}
        <mark className="rounded-sm bg-accent-soft px-0.5 font-semibold text-ink">{text.slice(from, to)}</mark>
        {isLast && text.slice(to)}
      </span>
    );
  });
}
