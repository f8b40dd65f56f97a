'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { useMe } from '@/components/session/use-me';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { NOTHING_UNSENT, readUnsent, type Unsent, unsentKey, writeUnsent } from './unsent';

/** As the contract says; its module would bring zod into the page. */
const MAX_BODY = 40_000;

/** Where a comment is written: sent by its button or Ctrl+Enter, and kept on this device until it is. */
export function CommentField({
  place,
  label,
  action,
  mayHoldSolution,
  initial,
  onSend,
  onCancel,
}: {
  /** Of this field among all: what is written in it is kept under this name. */
  place: string;
  label: string;
  action: string;
  /** Ask whether it holds a solution, which its learner is not to see yet. */
  mayHoldSolution: boolean;
  /** What is edited: the field is opened for it, and takes the keyboard. */
  initial?: { body: string; spoils: boolean; revision: number };
  onCancel?(): void;
  onSend(comment: { clientId: string; body: string; spoils: boolean }): Promise<void>;
}) {
  const t = useTranslations('report.comments');
  const errorText = useErrorText();
  const { me } = useMe();
  const key = unsentKey(me?.viewer?.id ?? '', place);
  const [unsent, setUnsent] = useState(() => {
    const kept = readUnsent(key);
    return initial && kept.body === '' ? { ...kept, body: initial.body, revision: initial.revision } : kept;
  });
  const [spoils, setSpoils] = useState(initial?.spoils ?? false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { body } = unsent;

  function keep(next: Unsent) {
    setUnsent(next);
    writeUnsent(key, next);
  }

  async function send() {
    if (isBusy || body.trim() === '') return;
    setIsBusy(true);
    const clientId = unsent.clientId || crypto.randomUUID();
    keep({ ...unsent, clientId });
    try {
      await onSend({ body, clientId, spoils });
      keep(NOTHING_UNSENT);
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
          // Another text is another comment.
          onChange={({ target }) => keep({ ...unsent, body: target.value, clientId: '' })}
          readOnly={isBusy}
          onKeyDown={onKeyDown}
          rows={3}
          // biome-ignore lint/a11y/noAutofocus: opened by its own button
          autoFocus={initial !== undefined}
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
        {onCancel && (
          <Button
            size="small"
            className="ms-auto"
            disabled={isBusy}
            onClick={() => {
              writeUnsent(key, NOTHING_UNSENT);
              onCancel();
            }}
          >
            {t('cancel')}
          </Button>
        )}
        <Button
          type="submit"
          size="small"
          tone="primary"
          className={onCancel ? '' : 'ms-auto'}
          disabled={isBusy || body.trim() === ''}
        >
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
