import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { InvitationLinks } from '@/contracts/cohort-people';
import { downloadCsv } from './download-csv';

/** How many links are shown; the file has all. */
const SHOWN = 20;

/** Links that were just made, to be handed over by a way that the reader trusts. */
export function HandOver({ links: { links, csv, mailed }, onDone }: { links: InvitationLinks; onDone(): void }) {
  const t = useTranslations('instructor.people.links');

  async function copy(link: string) {
    try {
      await navigator.clipboard.writeText(link);
      showToast(t('copied'));
    } catch {
      showToast(t('copyFailed', { link }));
    }
  }

  return (
    <section aria-labelledby="hand-over" className="mt-6 rounded-md border border-accent p-5">
      <h2 id="hand-over" className="font-bold">
        {t('title', { count: links.length })}
      </h2>
      <p role="status" className="mt-1 text-sm text-muted">
        {mailed ? t('mailed', { count: links.length }) : t('text')}
      </p>
      <ul className="mt-3 border-t border-line">
        {links.slice(0, SHOWN).map(({ id, name, email, url }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 text-sm">
            <span className="min-w-0 grow [overflow-wrap:anywhere]">
              {name} {email}
              <code className="block text-xs text-muted" data-invitation={email}>
                {url}
              </code>
            </span>
            <Button size="small" aria-label={t('copyOf', { email })} onClick={() => void copy(url)}>
              {t('copy')}
            </Button>
          </li>
        ))}
      </ul>
      {links.length > SHOWN && <p className="mt-2 text-sm text-muted">{t('more', { count: links.length - SHOWN })}</p>}
      <p className="mt-4 flex flex-wrap gap-3">
        <Button onClick={() => downloadCsv(csv, t('file'))}>{t('download')}</Button>
        <Button onClick={onDone}>{t('hide')}</Button>
      </p>
    </section>
  );
}
