import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { PeoplePage } from '@/contracts/cohort-people';

/** Who was taken out lately, each with a way back. */
export function RemovedPeople({
  removed,
  onUndo,
}: Pick<PeoplePage, 'removed'> & { onUndo: (removal: { id: string; name: string }) => void }) {
  const t = useTranslations('instructor.people');
  const format = useFormatter();
  return (
    <section aria-labelledby="removed" className="mt-12">
      <h2 id="removed" className="text-xl font-semibold">
        {t('removedTitle')}
      </h2>
      <p className="mt-1 text-sm text-muted">{t('removedText')}</p>
      <ul className="mt-3 border-t border-line">
        {removed.map(({ id, name, role, by, at }) => {
          const date = format.dateTime(new Date(at), { dateStyle: 'medium' });
          const values = { role: t(`roles.${role}`), date };
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {name}
                <span className="ms-3 text-sm text-muted">
                  {by === null ? t('removedOn', values) : t('removedBy', { ...values, by })}
                </span>
              </span>
              <Button size="small" aria-label={t('undoOf', { name })} onClick={() => onUndo({ id, name })}>
                {t('manage.undo')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
