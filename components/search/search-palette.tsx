'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { forgetRecent, keepRecent, type Recent, readRecent } from './recent';
import type { PaletteProps } from './search-button';
import { SearchOption } from './search-option';
import { useSearch } from './use-search';

/**
 * A dialog with one field and what it finds. The focus stays in the field: arrow keys move the choice, which the field
 * names as its active descendant. While an input method composes, keys belong to it.
 */
export function Palette({ locale, texts, onClose }: PaletteProps) {
  const [query, setQuery] = useState('');
  const [recent, setRecent] = useState(() => readRecent(locale));
  const [active, setActive] = useState(0);
  const { state, found, again } = useSearch(locale, query);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const router = useRouter();
  const asks = query.trim() !== '';
  const options: (Recent & { text?: string })[] = asks ? (found ?? []) : recent;

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, active]);

  const open = (option: Recent) => {
    keepRecent(locale, option);
    dialog.current?.close();
    router.push(option.href);
  };
  const onClick = (event: MouseEvent, option: Recent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(option);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = options[active];
    if (move && options.length > 0) setActive((active + move + options.length) % options.length);
    else if (event.key === 'Enter' && chosen) open(chosen);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the panel closes it, as Escape does
    <dialog
      ref={dialog}
      aria-label={texts.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className="mx-auto mt-0 w-full max-w-2xl bg-transparent text-ink backdrop:bg-[rgb(0_0_0/0.45)] sm:mt-[10vh] sm:px-4"
    >
      <div className="flex max-h-dvh flex-col border border-line bg-raised shadow-float sm:max-h-[75dvh] sm:rounded-lg">
        <div className="flex items-center gap-2 border-b border-line p-3">
          <input
            autoFocus
            type="text"
            inputMode="search"
            enterKeyHint="go"
            role="combobox"
            aria-label={texts.label}
            aria-expanded={options.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={options.length > 0 ? `${list}-${active}` : undefined}
            placeholder={texts.label}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            className="min-h-10 min-w-0 grow bg-transparent px-2 text-lg outline-none placeholder:text-muted"
          />
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            className="min-h-10 rounded-md px-2.5 text-sm text-muted hover:bg-surface hover:text-ink"
          >
            {texts.close}
          </button>
        </div>
        {!asks && recent.length > 0 && (
          <p className="flex items-baseline justify-between gap-4 px-5 pt-3 text-xs text-muted">
            {texts.recent}
            <button
              type="button"
              className="min-h-6 underline"
              onClick={() => {
                forgetRecent(locale);
                setRecent([]);
              }}
            >
              {texts.forget}
            </button>
          </p>
        )}
        <div id={list} role="listbox" aria-label={texts.title} className="overflow-y-auto overscroll-contain">
          {options.map((option, index) => (
            <SearchOption
              key={option.href}
              id={`${list}-${index}`}
              option={option}
              query={asks ? query : ''}
              kind={texts.kind[option.kind]}
              isActive={index === active}
              onPoint={() => setActive(index)}
              onClick={(event) => onClick(event, option)}
            />
          ))}
        </div>
        {asks && (
          <a
            href={`/${locale}/find?q=${encodeURIComponent(query.trim())}`}
            className="border-t border-line px-5 py-3 text-sm text-accent hover:bg-surface"
          >
            {texts.discussion.replace('{query}', () => query.trim())} →
          </a>
        )}
        {/* Where keys are not named, only a screen reader hears how many were found. */}
        <div role="status" className={`px-5 py-3 text-sm text-muted ${asks && found?.length ? 'max-sm:sr-only' : ''}`}>
          {state === 'failed' ? (
            <>
              {texts.failed}{' '}
              <button type="button" className="font-semibold text-accent underline" onClick={again}>
                {texts.again}
              </button>
            </>
          ) : asks && state === 'loading' ? (
            texts.loading
          ) : asks && found?.length === 0 ? (
            texts.none.replace('{query}', () => query.trim())
          ) : asks && found ? (
            <>
              <span className="sr-only">{texts.found.replace('{count}', String(found.length))} </span>
              <span className="text-xs">{texts.keys}</span>
            </>
          ) : (
            texts.start
          )}
        </div>
      </div>
    </dialog>
  );
}
