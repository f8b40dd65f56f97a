'use client';

import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { showToast } from '@/components/ui/toast';
import type en from '@/messages/en.json';

/** Texts of `site.search`. */
export type SearchTexts = (typeof en)['site']['search'];

export interface PaletteProps {
  locale: 'ko' | 'en';
  texts: SearchTexts;
  onClose: () => void;
}

const isApple = () => /Mac|iP(hone|ad)/.test(navigator.platform);

/** Ctrl+K, on a Mac ⌘K; ㅏ is what a Korean keyboard may call that key. An editor that uses it keeps it. */
function isShortcut(event: KeyboardEvent): boolean {
  const held = isApple() ? event.metaKey : event.ctrlKey;
  return held && !event.shiftKey && !event.altKey && !event.defaultPrevented && /^[kㅏ]$/i.test(event.key);
}

/** Opens the search palette, whose code is fetched at its first opening. */
export function SearchButton({ locale, texts }: Omit<PaletteProps, 'onClose'>) {
  const [palette, setPalette] = useState<{ Palette: ComponentType<PaletteProps> } | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const keys = useSyncExternalStore(
    () => () => {},
    () => (isApple() ? '⌘K' : 'Ctrl K'),
    () => '',
  );

  const open = () => {
    setIsOpen(true);
    import('./search-palette').then(setPalette, () => {
      setIsOpen(false);
      showToast(texts.failed);
    });
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });

  return (
    <>
      <button
        type="button"
        onClick={open}
        aria-label={texts.open}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        title={`${texts.open} ${keys}`}
        className="flex h-10 min-w-10 items-center justify-center gap-2 rounded-md text-sm text-muted hover:bg-surface hover:text-ink sm:px-2.5"
      >
        <svg viewBox="0 0 24 24" className="size-5 fill-none stroke-current stroke-[1.6]" aria-hidden="true">
          <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20" strokeLinecap="round" />
        </svg>
        <span className="hidden min-w-12 text-left text-xs lg:inline">{keys}</span>
      </button>
      {isOpen && palette && <palette.Palette locale={locale} texts={texts} onClose={() => setIsOpen(false)} />}
    </>
  );
}
