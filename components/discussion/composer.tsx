'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ExerciseChoice } from './exercise-names';
import { ExerciseSelect } from './exercise-select';
import { type ComposerDraft, EMPTY_DRAFT, isEmpty, readDraft, writeDraft } from './kept-draft';
import { MarkdownField } from './markdown-field';
import type { MentionPlace } from './mention-picker';
import { SnapshotField } from './snapshot-field';
import { UserText } from './user-text';

/**
 * Where a post is written. Every key press is kept on this device until the text is sent, under `storage`.
 *
 * @param onSend gets what was written. The field is emptied at once where whoever gets it keeps it (`clears`); else it
 *   stays until they remove the draft.
 */
export function Composer({
  storage,
  initial = EMPTY_DRAFT,
  place,
  exercises,
  label,
  sendLabel,
  insert,
  above,
  autoFocus = false,
  needsTitle = false,
  clears = true,
  showsSubmissions = true,
  onSend,
  onTyping,
  onCancel,
}: {
  storage: string;
  initial?: ComposerDraft;
  place: MentionPlace;
  exercises: readonly ExerciseChoice[];
  label: string;
  sendLabel: string;
  /** Something to put in: a new object each time. */
  insert?: Partial<ComposerDraft> | null;
  above?: (draft: ComposerDraft, change: (part: Partial<ComposerDraft>) => void) => ReactNode;
  autoFocus?: boolean;
  needsTitle?: boolean;
  clears?: boolean;
  /** A submission can go with it: not with an edit. */
  showsSubmissions?: boolean;
  onSend(draft: ComposerDraft): void;
  onTyping?: () => void;
  onCancel?: () => void;
}) {
  const t = useTranslations('discussion.composer');
  const id = useId();
  const [draft, setDraft] = useState<ComposerDraft>(initial);
  const [isPreview, setIsPreview] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  const hasSnapshot = showsSubmissions && (isChoosing || draft.snapshot !== null);

  // After the first render, which is the server's as well.
  useEffect(() => {
    const kept = readDraft(storage);
    if (kept) setDraft(kept);
  }, [storage]);

  function change(part: Partial<ComposerDraft>) {
    setDraft((now) => {
      const next = { ...now, ...part };
      writeDraft(storage, next);
      return next;
    });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: put in once, when it comes
  useEffect(() => {
    if (!insert) return;
    change({ ...insert, body: `${draft.body}${draft.body && insert.body ? '\n\n' : ''}${insert.body ?? ''}` });
    setIsPreview(false);
  }, [insert]);

  const hasTitle = !needsTitle || draft.title.trim() !== '';
  const hasText =
    draft.body.trim() !== '' || draft.snippet !== null || draft.attachments.length > 0 || draft.snapshot !== null;
  const isTooLong = draft.body.length > MAX_BODY;

  function send() {
    if (!hasText || !hasTitle || isTooLong || isBusy) return;
    // An image whose mark was taken out of the text is not part of it.
    onSend({ ...draft, attachments: draft.attachments.filter((image) => draft.body.includes(image)) });
    if (!clears) return;
    writeDraft(storage, EMPTY_DRAFT);
    setDraft(EMPTY_DRAFT);
    setIsPreview(false);
    setIsChoosing(false);
  }

  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="rounded-md border border-edge bg-raised"
    >
      {above?.(draft, change)}
      {draft.replyTo && (
        <p className="flex items-center justify-between gap-3 border-b border-line px-3 py-1.5 text-xs text-muted">
          {t('replyingTo', { name: draft.replyTo.name, number: draft.replyTo.number })}
          <Button size="small" tone="plain" onClick={() => change({ replyTo: null })}>
            {t('noReply')}
          </Button>
        </p>
      )}
      {isPreview ? (
        <section aria-label={t('preview')} className="min-h-32 px-3 py-3">
          <UserText text={draft.body} />
        </section>
      ) : (
        <MarkdownField
          id={id}
          label={label}
          draft={draft}
          place={place}
          autoFocus={autoFocus}
          onChange={(part) => {
            change(part);
            onTyping?.();
          }}
          onSend={send}
          onBusy={setIsBusy}
        />
      )}
      {draft.snippet && (
        <SnippetField snippet={draft.snippet} exercises={exercises} onChange={(snippet) => change({ snippet })} />
      )}
      {hasSnapshot && (
        <SnapshotField
          snapshot={draft.snapshot}
          exercises={exercises}
          onChange={(snapshot) => change({ snapshot })}
          onRemove={() => {
            setIsChoosing(false);
            change({ snapshot: null });
          }}
        />
      )}
      {isTooLong && (
        <div className="px-3 pb-3">
          <Notice tone="fail" live>
            {t('tooLong', { length: draft.body.length, most: MAX_BODY })}
          </Notice>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-3 py-2">
        <Button size="small" tone="plain" aria-pressed={isPreview} onClick={() => setIsPreview(!isPreview)}>
          {isPreview ? t('write') : t('preview')}
        </Button>
        {draft.snippet === null && (
          <Button size="small" tone="plain" onClick={() => change({ snippet: { source: '', exercise: null } })}>
            {t('addSnippet')}
          </Button>
        )}
        {showsSubmissions && !hasSnapshot && (
          <Button size="small" tone="plain" onClick={() => setIsChoosing(true)}>
            {t('addSnapshot')}
          </Button>
        )}
        <ExerciseSelect
          label={t('spoils')}
          none={t('spoilsNothing')}
          value={draft.spoils}
          exercises={exercises}
          onChange={(spoils) => change({ spoils })}
        />
        <span className="ms-auto flex items-center gap-2">
          {onCancel && (
            <Button size="small" tone="plain" onClick={onCancel}>
              {t('cancel')}
            </Button>
          )}
          <Button type="submit" tone="primary" size="small" disabled={!hasText || !hasTitle || isTooLong || isBusy}>
            {sendLabel}
          </Button>
        </span>
      </div>
      <details className="border-t border-line px-3 py-2 text-xs text-muted">
        <summary className="cursor-pointer">{t('help.title')}</summary>
        <p className="mt-1 whitespace-pre-line">{t('help.text')}</p>
      </details>
      {!isEmpty(draft) && <p className="sr-only">{t('kept')}</p>}
    </form>
  );
}

/** As the contract says; its module would bring zod into the page. */
const MAX_BODY = 40_000;

type Snippet = NonNullable<ComposerDraft['snippet']>;

function SnippetField({
  snippet,
  exercises,
  onChange,
}: {
  snippet: Snippet;
  exercises: readonly ExerciseChoice[];
  onChange(snippet: Snippet | null): void;
}) {
  const t = useTranslations('discussion.composer');
  return (
    <fieldset className="space-y-2 border-t border-line px-3 py-3">
      <legend className="sr-only">{t('snippet')}</legend>
      <label className="block text-xs font-semibold">
        {t('snippet')}
        <textarea
          value={snippet.source}
          onChange={({ target }) => onChange({ ...snippet, source: target.value })}
          spellCheck={false}
          rows={6}
          maxLength={100_000}
          className="mt-1 block w-full rounded-md border border-edge bg-paper px-3 py-2 font-mono text-xs font-normal"
        />
      </label>
      <p className="text-xs text-muted">{t('snippetHelp')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <ExerciseSelect
          label={t('snippetFor')}
          none={t('snippetFree')}
          value={snippet.exercise}
          exercises={exercises}
          onChange={(exercise) => onChange({ ...snippet, exercise })}
        />
        <Button size="small" tone="plain" onClick={() => onChange(null)}>
          {t('removeSnippet')}
        </Button>
      </div>
    </fieldset>
  );
}
