'use client';

import { useLocale, useTranslations } from 'next-intl';
import { showDay } from '@/components/log/show-day';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { type NotificationGroup, type NotificationLine, placeKey, sayingOf } from '@/contracts/notifications';

/** Lines about one thread, session, exercise or announcement. Each leads to what it tells of: posts are read on from there. */
export function InboxGroup({
  group,
  exercises,
  onMark,
}: {
  group: NotificationGroup;
  exercises: Record<string, string>;
  onMark(ids: string[]): void;
}) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  const { thread, session, lines } = group;
  const unread = lines.filter(({ read }) => !read).map(({ id }) => id);
  const exercise = lines[0]?.work?.exercise;
  const title =
    thread?.title ??
    lines[0]?.announcement?.title ??
    (session === null
      ? (lines[0]?.place?.cohort ?? exercises[exercise ?? ''] ?? exercise ?? '')
      : t('sessionOf', { team: session.team, day: showDay(session.day, locale, 'short') }));

  function hrefOf({ kind, post, work, place, announcement }: NotificationLine): `/${string}` {
    if (place !== null) return place.change === 'removed' ? '/inbox' : place.role === 'LEARNER' ? '/team' : '/cohorts';
    if (kind === 'report') return '/threads/moderation';
    if (announcement !== null) return `/announcements#${announcement.id}`;
    if (thread !== null) return `/threads/${thread.id}${post === null ? '' : `?post=${post.number}`}`;
    if (session !== null) return `/sessions/${session.id}`;
    if (work === null) return '/inbox';
    const { exercise, submission, learner } = work;
    if (learner !== null) return `/cohorts/${learner.cohort}/learners/${learner.id}?submission=${submission?.id ?? ''}`;
    return `/exercises/${exercise}${kind === 'comment' ? `?submission=${submission?.id ?? ''}` : ''}`;
  }

  return (
    <li data-inbox-group className="border-b border-line py-5">
      <div className="flex items-start justify-between gap-4">
        <h2 className="min-w-0 text-base font-bold [overflow-wrap:anywhere]">{title}</h2>
        {unread.length > 0 && (
          <Button
            size="small"
            className="shrink-0"
            onClick={() => onMark(unread)}
            aria-label={`${t('mark')}: ${title}`}
          >
            {t('mark')}
          </Button>
        )}
      </div>
      <ul className="mt-1.5 grid gap-2">
        {lines.map((line) => (
          <li key={line.id} className="flex gap-2.5 text-sm">
            <span
              aria-hidden="true"
              className={`mt-2 size-2 shrink-0 rounded-full ${line.read ? 'bg-transparent' : 'bg-accent'}`}
            />
            <div className="min-w-0">
              <p className={line.read ? 'text-muted' : ''}>
                <TextLink href={hrefOf(line)}>
                  {line.place === null
                    ? t(`lines.${sayingOf(line)}`, {
                        actor: line.actor ?? t('somebody'),
                        number: line.work?.submission?.number ?? 0,
                        due: line.due === null ? '' : showDay(line.due, locale, 'short'),
                      })
                    : t(`place.${placeKey(line.place)}`, {
                        actor: line.actor ?? t('somebody'),
                        role: t(`place.roles.${line.place.role}`),
                        team: line.place.team ?? '',
                      })}
                </TextLink>
                {!line.read && <span className="sr-only"> ({t('isNew')})</span>}
                <time dateTime={line.createdAt} className="ml-2 text-xs whitespace-nowrap text-muted">
                  {showTime(line.createdAt, locale)}
                </time>
              </p>
              {line.post && (
                <p className="line-clamp-2 text-muted [overflow-wrap:anywhere]">{line.post.excerpt ?? t('spoiler')}</p>
              )}
              {line.item !== null && <p className="text-muted [overflow-wrap:anywhere]">{line.item}</p>}
            </div>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Day and time in the reader's own zone. */
function showTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(iso));
}
