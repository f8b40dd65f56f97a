'use client';

import { useSearchParams } from 'next/navigation';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { MembersGate } from '@/components/account/members-gate';
import { onSessionEvent } from '@/components/session/events';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { PageLink } from '@/components/site/page-link';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { Places, ThreadSummary } from '@/contracts/discussion';
import type { Locale } from '@/grading/localized';
import { fetchPlaces, fetchThreads } from './discussion-api';
import type { CourseNames } from './exercise-names';
import { StateMark } from './state-mark';

const FILTERS = [
  'cohort',
  'team',
  'lesson',
  'section',
  'exercise',
  'submission',
  'check',
  'session',
  'state',
  'unread',
  'mine',
];
const STATES = ['open', 'answered', 'resolved'] as const;
/** Several posts that come at once are one look. */
const SETTLE_MS = 400;

/** Threads that the reader may see: unread ones first, narrowed by place, state and what they hang on. */
export function ThreadList({ course }: { course: CourseNames }) {
  const t = useTranslations('discussion');
  return <MembersGate text={t('membersOnly')}>{() => <List course={course} />}</MembersGate>;
}

function List({ course }: { course: CourseNames }) {
  const t = useTranslations('discussion.list');
  const errorText = useErrorText();
  const params = useSearchParams();
  const { data: places, error: noPlaces } = useFetched('places', fetchPlaces);
  const [more, setMore] = useState<{ query: string; threads: ThreadSummary[]; next: string | null } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const query = new URLSearchParams(
    [...params].filter(([name, value]) => FILTERS.includes(name) && value !== ''),
  ).toString();
  const { data, error, reload } = useFetched(query, fetchThreads);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const unsubscribe = onSessionEvent(({ type }) => {
      if (!['thread', 'post', 'read', 'resync'].includes(type)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        setMore(null);
        reload();
      }, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [reload]);

  function choose(name: string, value: string) {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    // The address is the state: back and forward work, and a link can be passed on.
    window.history.pushState(null, '', `?${next}`);
    setMore(null);
  }

  async function loadMore(next: string) {
    try {
      const page = await fetchThreads(`${query}&cursor=${encodeURIComponent(next)}`);
      setMore((now) => ({
        ...{ query, next: page.next },
        threads: [...(now?.query === query ? now.threads : []), ...page.threads],
      }));
      setProblem(null);
    } catch (cause) {
      setProblem(cause);
    }
  }

  const followed = more?.query === query ? more : null;
  const shown = new Map([...(data?.threads ?? []), ...(followed?.threads ?? [])].map((thread) => [thread.id, thread]));
  const next = followed ? followed.next : (data?.next ?? null);
  const failure = error ?? noPlaces ?? problem;
  const isNowhere = places !== null && places.places.length === 0;
  const anchor = new URLSearchParams([...params].filter(([name]) => ['lesson', 'section', 'exercise'].includes(name)));
  return (
    <div className="mt-6">
      <Filters {...{ course, places, choose }} params={params} />
      {isNowhere ? (
        <p className="mt-8">
          {t('noTeam')} <TextLink href="/team">{t('toTeam')}</TextLink>
        </p>
      ) : (
        <p className="mt-4">
          <PageLink href={`/threads/new?${anchor}`} className={buttonStyle('primary')}>
            {t('new')}
          </PageLink>
          {places?.places.some(({ isStaff }) => isStaff) && (
            <TextLink href="/threads/moderation" className="ms-4">
              {t('moderation')}
            </TextLink>
          )}
        </p>
      )}
      {failure !== null && (
        <div className="mt-4">
          <Notice tone="fail" live>
            {errorText(failure)}{' '}
            <Button size="small" onClick={reload}>
              {t('tryAgain')}
            </Button>
          </Notice>
        </div>
      )}
      {data === null && failure === null && <p className="min-h-64 pt-6 text-sm text-muted">{t('loading')}</p>}
      {data !== null && shown.size === 0 && !isNowhere && (
        <p className="mt-8 text-muted">{t(query === '' ? 'empty' : 'noneFound')}</p>
      )}
      <ol className="mt-6 border-t border-line">
        {[...shown.values()].map((thread) => (
          <Line key={thread.id} thread={thread} />
        ))}
      </ol>
      {next !== null && (
        <p className="mt-4">
          <Button onClick={() => void loadMore(next)}>{t('more')}</Button>
        </p>
      )}
    </div>
  );
}

function Line({ thread }: { thread: ThreadSummary }) {
  const t = useTranslations('discussion.list');
  const format = useFormatter();
  const locale = useLocale() as Locale;
  const { id, title, about, team, cohort, unread, posts, lastPostAt, author } = thread;
  return (
    <li className="border-b border-line py-3" data-thread={id} data-unread={unread}>
      <div className="flex items-baseline gap-3">
        <PageLink
          href={`/threads/${id}`}
          className={`min-w-0 flex-1 text-ink no-underline [overflow-wrap:anywhere] hover:underline ${unread > 0 ? 'font-bold' : 'font-medium'}`}
        >
          {title}
        </PageLink>
        {unread > 0 && (
          <span className="rounded-full bg-accent px-2 py-0.5 text-xs font-semibold whitespace-nowrap text-on-accent">
            {t('unread', { count: unread })}
          </span>
        )}
      </div>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-xs text-muted">
        <StateMark thread={thread} />
        <span>{team?.name ?? t('cohortOnly', { name: cohort.name })}</span>
        {about && <span>{about[locale]}</span>}
        <span>{t('posts', { count: posts })}</span>
        {author && <span>{author.name}</span>}
        <time dateTime={lastPostAt}>
          {format.dateTime(new Date(lastPostAt), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      </p>
    </li>
  );
}

const SELECT = 'min-h-9 max-w-full min-w-0 rounded-md border border-edge bg-raised px-2 text-sm';

function Filters({
  course,
  places,
  params,
  choose,
}: {
  course: CourseNames;
  places: Places | null;
  params: URLSearchParams;
  choose(name: string, value: string): void;
}) {
  const t = useTranslations('discussion.list');
  const subject = params.get('lesson')
    ? `lesson ${params.get('lesson')}`
    : params.get('exercise')
      ? `exercise ${params.get('exercise')}`
      : '';
  const place = params.get('team') ?? (params.get('cohort') ? `cohort ${params.get('cohort')}` : '');
  return (
    <search aria-label={t('filters')} className="flex flex-wrap items-center gap-2">
      <select
        aria-label={t('where')}
        className={SELECT}
        value={place}
        onChange={({ target }) => choose('team', target.value)}
      >
        <option value="">{t('everywhere')}</option>
        {places?.places
          .flatMap(({ teams }) => teams)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        <option value="none">{t('wholeCohorts')}</option>
      </select>
      <select
        aria-label={t('state')}
        className={SELECT}
        value={params.get('state') ?? ''}
        onChange={({ target }) => choose('state', target.value)}
      >
        <option value="">{t('anyState')}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(`states.${state}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('subject')}
        className={SELECT}
        value={subject}
        onChange={({ target }) => {
          const [kind = '', id = ''] = target.value.split(' ');
          const next = new URLSearchParams(params);
          for (const name of ['lesson', 'section', 'exercise']) next.delete(name);
          if (kind !== '') next.set(kind, id);
          window.history.pushState(null, '', `?${next}`);
        }}
      >
        <option value="">{t('anySubject')}</option>
        {course.units.map((unit) => (
          <optgroup key={unit.id} label={unit.title}>
            {unit.lessons.map(({ id, title }) => (
              <option key={id} value={`lesson ${id}`}>
                {title}
              </option>
            ))}
            {unit.exercises.map(({ id, title }) => (
              <option key={id} value={`exercise ${id}`}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <label className="flex items-center gap-1.5 text-sm">
        <input
          type="checkbox"
          checked={params.get('unread') === 'true'}
          onChange={({ target }) => choose('unread', target.checked ? 'true' : '')}
        />
        {t('onlyUnread')}
      </label>
      <label className="flex items-center gap-1.5 text-sm">
        <input
          type="checkbox"
          checked={params.get('mine') === 'true'}
          onChange={({ target }) => choose('mine', target.checked ? 'true' : '')}
        />
        {t('onlyMine')}
      </label>
    </search>
  );
}
