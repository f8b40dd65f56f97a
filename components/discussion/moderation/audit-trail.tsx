import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import type { Audit } from '@/contracts/moderation';
import { fetchAudit } from './moderation-api';

/** What staff did, newest first; each with who and why. */
export function AuditTrail({ cohort }: { cohort: string }) {
  const t = useTranslations('discussion.moderation');
  const errorText = useErrorText();
  const format = useFormatter();
  const [pages, setPages] = useState<Audit[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [looks, setLooks] = useState(false);
  const next = pages.at(-1)?.next ?? null;

  async function load(cursor: string | null) {
    try {
      const page = await fetchAudit(cohort, { cursor, looks });
      setPages((old) => (cursor === null ? [page] : [...old, page]));
      setError(null);
    } catch (cause) {
      setError(cause);
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once for each choice
  useEffect(() => void load(null), [cohort, looks]);

  const entries = pages.flatMap((page) => page.entries);
  // An action that this page does not know yet is shown by its own name.
  const named = (action: string) => {
    const key = action.replace('.', '-');
    return t.has(`actions.${key}` as 'actions.post-hide') ? t(`actions.${key}` as 'actions.post-hide') : action;
  };
  return (
    <section aria-labelledby="audit">
      <h2 id="audit" className="mt-10 text-lg font-bold">
        {t('audit')}
      </h2>
      <label className="mt-3 flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={looks}
          onChange={({ target }) => setLooks(target.checked)}
          className="size-5 accent-accent"
        />
        {t('withLooks')}
      </label>
      {error !== null && <p className="mt-3 text-fail">{errorText(error)}</p>}
      {error === null && pages.length > 0 && entries.length === 0 && <p className="mt-3 text-muted">{t('noAudit')}</p>}
      <ol className="mt-4 min-h-24 divide-y divide-line text-sm">
        {entries.map(({ id, actor, action, about, reason, createdAt }) => (
          <li key={id} className="flex flex-wrap gap-x-4 py-2" data-deed={action}>
            <time dateTime={createdAt} className="text-muted tabular-nums">
              {format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
            <span className="font-semibold">{actor?.name ?? t('gone')}</span>
            <span>{named(action)}</span>
            {about && <span>{about.name}</span>}
            {reason && <span className="min-w-0 break-words text-muted">{reason}</span>}
          </li>
        ))}
      </ol>
      {next !== null && <Button onClick={() => void load(next)}>{t('more')}</Button>}
    </section>
  );
}
