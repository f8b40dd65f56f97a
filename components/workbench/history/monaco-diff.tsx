'use client';

import { useLocale } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useTheme } from '@/components/ui/use-theme';
import type { Locale } from '@/grading/localized';
import type { MonacoAssets } from '../monaco/assets';
import { loadMonaco } from '../monaco/load';
import { applyTheme } from '../monaco/themes';

/** Monaco's side-by-side difference of two texts, to read. `onFailed`: the editor could not be fetched. */
export function MonacoDiff({
  assets,
  before,
  after,
  label,
  onFailed,
}: {
  assets: MonacoAssets;
  before: string;
  after: string;
  label: string;
  onFailed(): void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const locale = useLocale() as Locale;
  const theme = useTheme();
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useEffect(() => {
    let dispose = () => {};
    let gone = false;
    loadMonaco(assets, locale).then(
      (monaco) => {
        if (gone || !host.current) return;
        applyTheme(monaco, theme);
        const original = monaco.editor.createModel(before, 'typescript');
        const modified = monaco.editor.createModel(after, 'typescript');
        const diff = monaco.editor.createDiffEditor(host.current, {
          automaticLayout: true,
          fontSize: 13,
          minimap: { enabled: false },
          modifiedAriaLabel: label,
          originalAriaLabel: label,
          readOnly: true,
          renderOverviewRuler: false,
          renderSideBySide: true,
          scrollBeyondLastLine: false,
          useInlineViewWhenSpaceIsLimited: false,
        });
        diff.setModel({ original, modified });
        dispose = () => {
          diff.dispose();
          original.dispose();
          modified.dispose();
        };
      },
      () => !gone && failed.current(),
    );
    return () => {
      gone = true;
      dispose();
    };
  }, [assets, locale, before, after, label, theme]);

  return <div ref={host} className="h-[60dvh] w-full border border-line" data-editor="monaco-diff" />;
}
