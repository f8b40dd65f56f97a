'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { Person } from '@/contracts/discussion';
import type { ComposerDraft } from './kept-draft';
import { type Edit, type Format, format, insertBlock, type MentionQuery, mentionBefore, putMention } from './markup';
import { MentionOptions, type MentionPlace, useMentionList } from './mention-picker';
import { IMAGE_TYPES, uploadImage } from './upload';

const FORMATS: readonly [Format, string][] = [
  ['bold', 'B'],
  ['italic', 'I'],
  ['code', '</>'],
  ['formula', '∑'],
  ['quote', '❝'],
  ['list', '•'],
  ['link', '↗'],
];
const MAX_IMAGES = 10;

/** A text field for Markdown, with buttons for its marks, names to mention, and images by paste, drop or file. */
export function MarkdownField({
  id,
  label,
  draft: { body, attachments },
  place,
  autoFocus,
  onChange,
  onSend,
  onBusy,
}: {
  id: string;
  label: string;
  draft: ComposerDraft;
  place: MentionPlace;
  autoFocus: boolean;
  onChange(part: Partial<ComposerDraft>): void;
  onSend(): void;
  onBusy(isBusy: boolean): void;
}) {
  const t = useTranslations('discussion.composer');
  const field = useRef<HTMLTextAreaElement>(null);
  const [mention, setMention] = useState<MentionQuery | null>(null);
  const list = useMentionList(place, mention?.query ?? null);
  const isListed = mention !== null && list.people.length > 0;
  const latest = useRef({ body, attachments });
  latest.current = { body, attachments };
  const upload = useUploads(t('imageAlt'), (markdown, attachment) => {
    const {
      value,
      selectionStart: from,
      selectionEnd: to,
    } = field.current ?? { value: latest.current.body, selectionStart: 0, selectionEnd: 0 };
    apply(insertBlock({ text: value, from, to }, markdown), [...latest.current.attachments, attachment]);
  });

  useEffect(() => onBusy(upload.sending.length > 0), [upload.sending.length, onBusy]);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);

  function apply({ text, from, to }: Edit, withAttachments?: string[]) {
    latest.current = { body: text, attachments: withAttachments ?? latest.current.attachments };
    onChange({ body: text, ...(withAttachments && { attachments: withAttachments }) });
    setMention(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(from, to);
    });
  }

  function selection(): Edit {
    const { selectionStart: from = body.length, selectionEnd: to = body.length } = field.current ?? {};
    return { text: body, from, to };
  }

  function pick(person: Person) {
    if (mention) apply(putMention(body, mention, person));
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter ends a syllable while an input method composes it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
      return;
    }
    if (!isListed) return;
    const person = list.people[list.active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') list.move(event.key === 'ArrowDown' ? 1 : -1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) pick(person);
    else if (event.key === 'Escape') setMention(null);
    else return;
    event.preventDefault();
  }

  function lookForMention() {
    const { selectionStart, selectionEnd, value } = field.current ?? {};
    if (value === undefined || selectionStart !== selectionEnd) return setMention(null);
    const found = mentionBefore(value, selectionStart ?? 0);
    setMention((now) => (found?.at === now?.at && found?.query === now?.query ? now : found));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped beside the button that takes one
    <div
      className="relative"
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        upload.add([...event.dataTransfer.files], attachments.length);
      }}
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
    >
      <div
        role="toolbar"
        aria-label={t('formatting')}
        className="flex flex-wrap gap-0.5 border-b border-line px-2 py-1"
      >
        {FORMATS.map(([how, sign]) => (
          <Button
            key={how}
            size="small"
            tone="plain"
            aria-label={t(`format.${how}`)}
            title={t(`format.${how}`)}
            onClick={() => apply(format(selection(), how))}
            className={how === 'italic' ? 'italic' : ''}
          >
            <span aria-hidden>{sign}</span>
          </Button>
        ))}
        <label className="inline-flex min-h-8 cursor-pointer items-center rounded-md px-2.5 text-xs font-semibold hover:bg-surface focus-within:outline-2 focus-within:outline-accent">
          {t('image')}
          <input
            type="file"
            accept={IMAGE_TYPES.join(',')}
            multiple
            className="sr-only"
            onChange={({ target }) => {
              upload.add([...(target.files ?? [])], attachments.length);
              target.value = '';
            }}
          />
        </label>
      </div>
      <textarea
        ref={field}
        id={id}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isListed ? `${id}-people` : undefined}
        aria-activedescendant={isListed ? `${id}-people-${list.active}` : undefined}
        value={body}
        rows={4}
        placeholder={t('placeholder')}
        onChange={({ target }) => {
          onChange({ body: target.value });
          lookForMention();
        }}
        onSelect={lookForMention}
        onBlur={() => setMention(null)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0) return;
          event.preventDefault();
          upload.add(files, attachments.length);
        }}
        className="field-sizing-content block max-h-[50dvh] min-h-28 w-full resize-y bg-transparent px-3 py-3 text-base"
      />
      <MentionOptions id={`${id}-people`} list={list} onPick={pick} />
      {upload.sending.map(({ key, name, share }) => (
        <div key={key} className="px-3 pb-2 text-xs text-muted">
          {name}
          <ProgressBar label={t('uploading', { name })} value={Math.round(share * 100)} max={100} />
        </div>
      ))}
      {upload.problem && (
        <div className="px-3 pb-3">
          <Notice tone="fail" live>
            {upload.problem}
          </Notice>
        </div>
      )}
    </div>
  );
}

interface Sending {
  key: number;
  name: string;
  share: number;
}

let lastKey = 0;

/** Sends images one after the other; `onDone` gets the Markdown that shows each. */
function useUploads(alt: string, onDone: (markdown: string, attachment: string) => void) {
  const t = useTranslations('discussion.composer');
  const errorText = useErrorText();
  const [sending, setSending] = useState<Sending[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const done = useRef(onDone);
  done.current = onDone;

  async function add(files: File[], held: number) {
    const images = files.filter(({ type }) => IMAGE_TYPES.includes(type));
    const wanted = images.slice(0, Math.max(0, MAX_IMAGES - held));
    if (images.length < files.length) setProblem(t('notAnImage'));
    else setProblem(wanted.length < images.length ? t('tooManyImages', { most: MAX_IMAGES }) : null);
    for (const file of wanted) {
      lastKey += 1;
      const key = lastKey;
      setSending((now) => [...now, { key, name: file.name, share: 0 }]);
      try {
        const { id, width, height } = await uploadImage(file, (share) =>
          setSending((now) => now.map((one) => (one.key === key ? { ...one, share } : one))),
        );
        const name = file.name.replace(/\.[^.]*$/, '').replace(/[[\]\\]/g, '');
        done.current(`![${name || alt}](/api/attachments/${id}#${width}x${height})`, id);
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (code === 'source-too-large') setProblem(t('imageTooLarge'));
        else setProblem(code === 'invalid-input' ? t('notAnImage') : errorText(error));
      } finally {
        setSending((now) => now.filter((one) => one.key !== key));
      }
    }
  }
  return { sending, problem, add };
}
