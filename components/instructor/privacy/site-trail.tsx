import { useFormatter, useTranslations } from 'next-intl';
import { api } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useFetched } from '@/components/session/use-fetched';

/** What was done about people and the site as a whole, the latest first. */
export function SiteTrail() {
  const t = useTranslations('instructor.privacy');
  const format = useFormatter();
  const errorText = useErrorText();
  const { data, error } = useFetched('/api/site/audit', (path) =>
    api(path, { schema: async () => (await import('@/contracts/privacy')).SiteAuditSchema }),
  );
  // An action that this page does not know yet is shown by its own name.
  const named = (action: string) => {
    const key = `actions.${action.replace('.', '-')}` as 'actions.person-erase';
    return t.has(key) ? t(key) : action;
  };
  return (
    <section aria-labelledby="trail" className="mt-12">
      <h2 id="trail" className="text-lg font-bold">
        {t('trail')}
      </h2>
      {error !== null && <p className="mt-3 text-fail">{errorText(error)}</p>}
      {data?.entries.length === 0 && <p className="mt-3 text-sm text-muted">{t('noTrail')}</p>}
      <ol className="mt-4 divide-y divide-line text-sm">
        {data?.entries.map(({ id, actor, action, about, reason, createdAt }) => (
          <li key={id} data-deed={action} className="flex flex-wrap gap-x-4 py-2">
            <time dateTime={createdAt} className="text-muted tabular-nums">
              {format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
            <span className="font-semibold">{actor ?? t('noActor')}</span>
            <span>{named(action)}</span>
            {about !== null && <span>{about}</span>}
            {reason !== null && <span className="min-w-0 text-muted [overflow-wrap:anywhere]">{reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
