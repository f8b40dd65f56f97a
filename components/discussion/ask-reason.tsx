'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';

/** Asks before something is done that others will see, and for a reason. */
export function AskReason({
  title,
  text,
  action,
  withReason = true,
  initial = '',
  label,
  maxLength = 2_000,
  onSend,
  onClose,
}: {
  title: string;
  text: string;
  action: string;
  withReason?: boolean;
  initial?: string;
  /** Of the field, if it is no reason. */
  label?: string;
  maxLength?: number;
  onSend(reason: string): Promise<void>;
  onClose(): void;
}) {
  const t = useTranslations('discussion');
  const errorText = useErrorText();
  const [reason, setReason] = useState(initial);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function send() {
    setIsBusy(true);
    try {
      await onSend(reason.trim());
      onClose();
    } catch (cause) {
      setError(cause);
      setIsBusy(false);
    }
  }

  return (
    <Dialog role="alertdialog" title={title} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
          className="space-y-4"
        >
          <p className="text-sm">{text}</p>
          {withReason && (
            <TextField
              label={label ?? t('reason')}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              required
              {...{ maxLength }}
            />
          )}
          {error !== null && (
            <Notice tone="fail" live>
              {errorText(error)}
            </Notice>
          )}
          <div className="flex justify-end gap-3">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="submit" tone="primary" disabled={isBusy || (withReason && reason.trim() === '')}>
              {action}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
