import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import type { Moderation, ModerationAction } from '@/contracts/moderation';
import { AskReason } from '../ask-reason';
import { UserText } from '../user-text';
import { moderate } from './moderation-api';

const WEEK_MS = 7 * 86_400_000;

/** A post that somebody has reported, and what can be done about it. */
export function ReportedPost({
  cohort,
  reported: { post, thread, reports },
  mayBan,
  onDone,
}: {
  cohort: string;
  reported: Moderation['reported'][number];
  mayBan: boolean;
  onDone(): void;
}) {
  const t = useTranslations('discussion.moderation');
  const errorText = useErrorText();
  const format = useFormatter();
  /** For how long the author is to be banned, in ms; `Infinity`: until it is lifted. */
  const [bans, setBans] = useState<number | null>(null);
  const { author } = post;

  async function act(action: ModerationAction) {
    await moderate(action);
    showToast(t('done'));
    onDone();
  }
  const tryTo = (action: ModerationAction) => void act(action).catch((cause) => showToast(errorText(cause)));

  return (
    <li className="rounded-md border border-line p-4" data-reported={post.id}>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span className="font-semibold text-ink">{author?.name ?? t('gone')}</span>
        <TextLink href={`/threads/${thread.id}?post=${post.id}`}>{thread.title}</TextLink>
        {thread.team && <span>{thread.team.name}</span>}
      </p>
      <div className="mt-2 max-h-80 overflow-y-auto">
        {post.state === 'shown' ? <UserText text={post.body} /> : <p className="text-muted">{t('gonePost')}</p>}
      </div>
      <ul className="mt-3 space-y-1 border-l-3 border-warn pl-3 text-sm">
        {reports.map(({ reporter, reason, createdAt }) => (
          <li key={`${reporter?.id} ${createdAt}`} className="break-words">
            {reason}{' '}
            <span className="text-muted">
              {reporter?.name ?? t('gone')}, {format.dateTime(new Date(createdAt), { dateStyle: 'medium' })}
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        {post.state === 'shown' && !post.isHidden && (
          <Button size="small" onClick={() => tryTo({ action: 'hide-post', post: post.id, hidden: true })}>
            {t('hide')}
          </Button>
        )}
        <Button size="small" onClick={() => tryTo({ action: 'dismiss-reports', post: post.id })}>
          {t('dismiss')}
        </Button>
        {mayBan && author && !author.isStaff && (
          <>
            <Button size="small" tone="plain" onClick={() => setBans(WEEK_MS)}>
              {t('banWeek')}
            </Button>
            <Button size="small" tone="plain" onClick={() => setBans(Number.POSITIVE_INFINITY)}>
              {t('ban')}
            </Button>
          </>
        )}
      </div>
      {bans !== null && author && (
        <AskReason
          title={t(bans === WEEK_MS ? 'banWeek' : 'ban')}
          text={t('banText', { name: author.name })}
          action={t('banDo')}
          onClose={() => setBans(null)}
          onSend={(reason) =>
            act({
              ...{ action: 'ban', cohort, user: author.id, reason },
              until: Number.isFinite(bans) ? new Date(Date.now() + bans).toISOString() : null,
            })
          }
        />
      )}
    </li>
  );
}
