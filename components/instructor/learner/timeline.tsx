'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { Deed, Timeline as Page } from '@/contracts/cohort-learner';
import { learnerPath } from '../paths';
import { useCourseTitles } from './course-titles';

const ask = (path: string, before?: string): Promise<Page> =>
  api(before === undefined ? path : `${path}?${new URLSearchParams({ before })}`, {
    schema: async () => (await import('@/contracts/cohort-learner')).TimelineSchema,
  });

/** What the learner did, the newest first, day by day; older pages when one asks. */
export function Timeline({ path, cohort, learner }: { path: string; cohort: string; learner: string }) {
  const t = useTranslations('instructor.learner');
  const format = useFormatter();
  const errorText = useErrorText();
  const first = useFetched(path, ask);
  const [older, setOlder] = useState<Page[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const pages = first.data === null ? [] : [first.data, ...older];
  const next = pages.at(-1)?.next ?? null;
  const error = first.error ?? failure;

  async function more(before: string) {
    setIsBusy(true);
    try {
      const page = await ask(path, before);
      setOlder((now) => [...now, page]);
      setFailure(null);
    } catch (cause) {
      setFailure(cause);
    } finally {
      setIsBusy(false);
    }
  }

  const days = new Map<string, Page['entries']>();
  for (const entry of pages.flatMap(({ entries }) => entries)) {
    const day = format.dateTime(new Date(entry.at), { dateStyle: 'full' });
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <section aria-labelledby="timeline" className="mt-12">
      <h2 id="timeline" className="text-lg font-bold">
        {t('timeline')}
      </h2>
      <p className="mt-1 text-xs text-muted">{t('timelineHelp')}</p>
      <div className="min-h-40" aria-busy={first.loading}>
        {first.data?.entries.length === 0 && <p className="mt-3 text-muted">{t('nothingYet')}</p>}
        {[...days].map(([day, entries]) => (
          <section key={day} className="mt-5">
            <h3 className="text-sm font-semibold">{day}</h3>
            <ol className="mt-1 divide-y divide-line border-y border-line text-sm">
              {entries.map(({ at, key, deed }) => (
                <li key={key} className="flex flex-wrap gap-x-4 py-1.5" data-deed={deed.kind}>
                  <time dateTime={at} className="w-20 shrink-0 text-muted tabular-nums">
                    {format.dateTime(new Date(at), { timeStyle: 'short' })}
                  </time>
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    <Told deed={deed} {...{ cohort, learner }} />
                  </span>
                </li>
              ))}
            </ol>
          </section>
        ))}
        {error !== null && (
          <div className="mt-4">
            <Notice tone="fail" live>
              {errorText(error)}
            </Notice>
          </div>
        )}
        {next !== null && (
          <Button className="mt-5" disabled={isBusy} onClick={() => void more(next)}>
            {t('older')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** One deed as a sentence, which leads to what it is about. */
function Told({ deed, cohort, learner }: { deed: Deed; cohort: string; learner: string }) {
  const t = useTranslations('instructor.learner.deeds');
  const titles = useCourseTitles();
  switch (deed.kind) {
    case 'lesson-started':
    case 'lesson-finished':
      return (
        <TextLink href={`/lessons/${deed.lesson}`}>{t(deed.kind, { title: titles.lesson(deed.lesson) })}</TextLink>
      );
    case 'quick-check': {
      const [lesson = ''] = deed.check.split('#');
      const { correct, attempts } = deed;
      return t(correct ? 'quick-check-right' : 'quick-check-wrong', { title: titles.lesson(lesson), attempts });
    }
    case 'draft':
    case 'gave-up':
    case 'solution-opened':
      return t(deed.kind, { title: titles.exercise(deed.exercise) });
    case 'overridden':
      return t(deed.passed ? 'overridden-passed' : 'overridden-failed', { title: titles.exercise(deed.exercise) });
    case 'extended':
      return t('extended', { title: titles.exercise(deed.exercise), day: deed.day });
    case 'submission':
    case 'regraded':
    case 'comment':
      return (
        <TextLink href={learnerPath(cohort, learner, deed.submission)}>
          {t(verdictOf(deed), {
            ...{ title: titles.exercise(deed.exercise), number: deed.number },
            ...(deed.kind === 'submission'
              ? { comments: deed.comments, score: `${deed.score ?? 0} / ${deed.maxScore ?? 0}` }
              : {}),
          })}
        </TextLink>
      );
    case 'post':
      return (
        <TextLink href={`/threads/${deed.thread}?post=${deed.number}`}>
          {t(deed.number === 1 ? 'thread' : 'post', { title: deed.title })}
        </TextLink>
      );
    case 'log':
      return <TextLink href={`/log/entry?id=${deed.entry}`}>{t('log', { day: deed.day })}</TextLink>;
    case 'session':
      return <TextLink href={`/sessions/${deed.session}`}>{t(`session-${deed.state}`, { day: deed.day })}</TextLink>;
  }
}

function verdictOf(deed: Extract<Deed, { kind: 'submission' | 'regraded' | 'comment' }>) {
  if (deed.kind === 'comment') return 'comment';
  if (deed.kind === 'regraded') return deed.passed ? 'regraded-passed' : 'regraded-failed';
  if (deed.passed === null) return 'submission-waiting';
  return deed.passed ? 'submission-passed' : 'submission-failed';
}
