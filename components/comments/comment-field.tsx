'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** As the contract says; its module would bring zod into the page. */
const MAX_BODY = 40_000;

/** Where a comment is written: sent by its button or Ctrl+Enter, and kept in the field until it is. */
export function CommentField({
  label,
  action,
  mayHoldSolution,
  onSend,
}: {
  label: string;
  action: string;
  /** Ask whether it holds a solution, which its learner is not to see yet. */
  mayHoldSolution: boolean;
  onSend(comment: { clientId: string; body: string; spoils: boolean }): Promise<void>;
}) {
  const t = useTranslations('report.comments');
  const errorText = useErrorText();
  const [body, setBody] = useState('');
  const [spoils, setSpoils] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // Of the text that is in the field: a second try is the same comment.
  const clientId = useRef('');

  async function send() {
    if (isBusy || body.trim() === '') return;
    setIsBusy(true);
    clientId.current ||= crypto.randomUUID();
    try {
      await onSend({ clientId: clientId.current, body, spoils });
      clientId.current = '';
      setBody('');
      setSpoils(false);
      setError(null);
    } catch (cause) {
      setError(cause);
    } finally {
      setIsBusy(false);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter ends a syllable while an input method composes it.
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="space-y-2"
    >
      <label className="block text-sm font-semibold">
        {label}
        <textarea
          value={body}
          onChange={({ target }) => {
            // Another text is another comment.
            clientId.current = '';
            setBody(target.value);
          }}
          onKeyDown={onKeyDown}
          rows={3}
          maxLength={MAX_BODY}
          className="mt-1 block w-full rounded-md border border-edge bg-paper px-3 py-2 text-sm font-normal"
        />
      </label>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        {mayHoldSolution && (
          <label className="flex items-center gap-2">
            <input type="checkbox" checked={spoils} onChange={({ target }) => setSpoils(target.checked)} />
            {t('spoils')}
          </label>
        )}
        <Button type="submit" size="small" tone="primary" className="ms-auto" disabled={isBusy || body.trim() === ''}>
          {action}
        </Button>
      </div>
      {error !== null && (
        <Notice tone="fail" live>
          {errorText(error)}
        </Notice>
      )}
    </form>
  );
}
