import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError, api, nothing } from '@/components/session/api';
import { useErrorText } from '@/components/session/use-error-text';
import { useSending } from '@/components/session/use-sending';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import type { WatchEntry, Watchlist } from '@/contracts/watchlist';

/** As the contract says; its module would bring zod into the page. */
const MAX_TEXT = 500;

const added = async () => (await import('@/contracts/watchlist')).FollowUpSchema;

/** Puts something on the agenda of the team's next session, in the words of staff alone, and takes it back. */
export function AgendaStep({ cohort, team }: { cohort: Watchlist['cohort']; team: NonNullable<WatchEntry['team']> }) {
  const t = useTranslations('instructor.watchlist.agenda');
  const format = useFormatter();
  const errorText = useErrorText();
  const [isOpen, setIsOpen] = useState(false);
  const [item, setItem] = useState<{ id: string; day: string } | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const undoer = useRef<HTMLButtonElement>(null);
  const before = useRef(item);
  // What was pressed is gone: the keyboard goes on at what stands in its place.
  useEffect(() => {
    if (item !== before.current) (item === null ? opener : undoer).current?.focus();
    before.current = item;
  }, [item]);
  const path = `/api/cohorts/${cohort.id}/teams/${encodeURIComponent(team.id)}/follow-ups`;

  async function undo(id: string) {
    if (isBusy) return;
    setIsBusy(true);
    try {
      await api(`${path}/${id}`, { method: 'DELETE', schema: nothing });
      setItem(null);
      showToast(t('takenBack'));
    } catch (error) {
      showToast(errorText(error));
    }
    setIsBusy(false);
  }

  const day = item && format.dateTime(new Date(item.day), { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <>
      <span role="status" className="text-ink [overflow-wrap:anywhere]" data-agenda={item?.day}>
        {day && t('done', { team: team.name, day })}
      </span>{' '}
      {item === null ? (
        <button
          ref={opener}
          type="button"
          onClick={() => setIsOpen(true)}
          className="text-accent underline underline-offset-[0.2em]"
          aria-haspopup="dialog"
        >
          {t('open')}
        </button>
      ) : (
        <Button ref={undoer} size="small" aria-disabled={isBusy} onClick={() => void undo(item.id)}>
          {t('undo')}
        </Button>
      )}
      {isOpen && (
        <AgendaDialog
          team={team.name}
          onSave={async (input) => {
            const { day } = await api(path, { method: 'POST', body: input, schema: added, retries: 2 });
            setItem({ id: input.id, day });
            setIsOpen(false);
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

function AgendaDialog({
  team,
  onSave,
  onClose,
}: {
  team: string;
  onSave(input: { id: string; text: string }): Promise<void>;
  onClose(): void;
}) {
  const t = useTranslations('instructor.watchlist.agenda');
  const { isBusy, problem, run } = useSending((error) =>
    error instanceof ApiError && error.code === 'conflict' ? t('noSession') : undefined,
  );
  // Made with the first try: a retry after a lost answer writes it down once.
  const [id] = useState(() => crypto.randomUUID());
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('text'));
    await run(() => onSave({ id, text }), { leaves: true });
  }

  return (
    <Dialog title={t('title', { team })} isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      {(close) => (
        <form onSubmit={save} className="space-y-4">
          <p className="text-sm text-muted">{t('text')}</p>
          <TextField
            ref={field}
            label={t('field')}
            description={t('help')}
            name="text"
            required
            maxLength={MAX_TEXT}
            defaultValue={t('proposal')}
            autoComplete="off"
          />
          {problem !== null && (
            <Notice tone="fail" live>
              {problem}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="submit" tone="primary" disabled={isBusy}>
              {t('save')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
