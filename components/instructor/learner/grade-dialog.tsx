import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';

/** Changes something about a learner's grade by hand, or takes that back; either with a reason, which the learner reads. */
export function GradeDialog({
  kind,
  title,
  text,
  withdraw,
  send,
  onClose,
  children,
}: {
  /** Of the texts. */
  kind: 'override' | 'extension';
  title: string;
  text: string;
  /** On the button that takes it back; null: there is nothing to take back. */
  withdraw: string | null;
  /** @param fields null: take it back */
  send: (fields: FormData | null, reason: string) => Promise<void>;
  onClose: () => void;
  /** Fields before the reason. */
  children: ReactNode;
}) {
  const t = useTranslations(`instructor.learner.${kind}`);
  const errorText = useErrorText();
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isDisabled = isBusy || reason.trim() === '';

  async function act(fields: FormData | null) {
    setIsBusy(true);
    try {
      await send(fields, reason);
      onClose();
    } catch (cause) {
      setError(cause);
      setIsBusy(false);
    }
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void act(new FormData(event.currentTarget));
  }

  return (
    <Dialog title={title} isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      {(close) => (
        <form onSubmit={onSubmit} className="space-y-4">
          <p className="text-sm text-muted">{text}</p>
          {children}
          <TextField
            label={t('reason')}
            description={t('reasonHelp')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            required
            maxLength={2000}
          />
          {error !== null && (
            <Notice tone="fail" live>
              {errorText(error)}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-3">
            {withdraw !== null && (
              <Button tone="danger" className="me-auto" disabled={isDisabled} onClick={() => void act(null)}>
                {withdraw}
              </Button>
            )}
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="submit" tone="primary" disabled={isDisabled}>
              {t('set')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
