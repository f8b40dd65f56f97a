import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useSending } from '@/components/session/use-sending';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { WatchAsideInput } from '@/contracts/watchlist';

/** As the contract says; its module would bring zod into the page. */
const LONGEST_ASIDE = 92;
const USUAL_ASIDE = 7;

const later = (day: string, count: number) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/** Asks until when somebody is set aside, and for a note to the other staff. */
export function AsideDialog({
  name,
  today,
  onSave,
  onClose,
}: {
  name: string;
  today: string;
  onSave(aside: NonNullable<WatchAsideInput['aside']>): Promise<void>;
  onClose(): void;
}) {
  const t = useTranslations('instructor.watchlist.aside');
  const { isBusy, problem, run } = useSending();

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const aside = { until: String(fields.get('until')), note: String(fields.get('note')) };
    if (await run(() => onSave(aside), { leaves: true })) onClose();
  }

  return (
    <Dialog title={t('label', { name })} isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      {(close) => (
        <form onSubmit={save} className="space-y-4">
          <p className="text-sm text-muted">{t('text')}</p>
          <TextField
            label={t('day')}
            name="until"
            type="date"
            required
            min={today}
            max={later(today, LONGEST_ASIDE)}
            defaultValue={later(today, USUAL_ASIDE)}
          />
          <TextField label={t('note')} description={t('noteHelp')} name="note" maxLength={2000} autoComplete="off" />
          {problem !== null && (
            <Notice tone="fail" live>
              {problem}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="submit" tone="primary" disabled={isBusy}>
              {t('do')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
