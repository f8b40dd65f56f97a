import { useFormatter, useTranslations } from 'next-intl';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { Moderation } from '@/contracts/moderation';
import { moderate } from './moderation-api';

/** Who may read and not write, why, and until when. */
export function Bans({
  cohort,
  bans,
  mayBan,
  onDone,
}: Pick<Moderation, 'bans' | 'mayBan'> & { cohort: string; onDone(): void }) {
  const t = useTranslations('discussion.moderation');
  const errorText = useErrorText();
  const format = useFormatter();

  async function lift(user: string) {
    try {
      await moderate({ action: 'lift-ban', cohort, user });
      showToast(t('done'));
      onDone();
    } catch (cause) {
      showToast(errorText(cause));
    }
  }

  return (
    <section aria-labelledby="bans">
      <h2 id="bans" className="mt-10 text-lg font-bold">
        {t('bans')}
      </h2>
      {bans.length === 0 && <p className="mt-3 text-muted">{t('noBans')}</p>}
      <ul className="mt-4 divide-y divide-line">
        {bans.map(({ user, reason, until }) => (
          <li key={user.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 text-sm" data-ban={user.id}>
            <span className="font-semibold">{user.name}</span>
            <span className="text-muted">
              {until === null
                ? t('untilLifted')
                : t('until', { day: format.dateTime(new Date(until), { dateStyle: 'medium' }) })}
            </span>
            <span className="min-w-0 break-words">{reason}</span>
            {mayBan && (
              <Button size="small" className="ms-auto" onClick={() => void lift(user.id)}>
                {t('lift')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
