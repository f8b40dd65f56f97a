'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MonacoAssets } from '../monaco/assets';
import { useEditorMode } from '../use-editor-mode';
import { MonacoDiff } from './monaco-diff';
import { TextDiff } from './text-diff';

/** Two sources side by side: in Monaco, or as text for those who chose the plain editor or where Monaco is not to be had. */
export function SourceDiff({
  assets,
  ...texts
}: {
  assets: MonacoAssets;
  before: string;
  after: string;
  beforeName: string;
  afterName: string;
}) {
  const t = useTranslations('workbench');
  const [mode] = useEditorMode();
  const [failed, setFailed] = useState(false);
  if (mode === 'plain' || failed) return <TextDiff {...texts} />;
  const caption = t('diffCaption', { before: texts.beforeName, after: texts.afterName });
  return (
    <figure>
      <figcaption className="mb-1 text-xs text-muted">{caption}</figcaption>
      <MonacoDiff assets={assets} {...texts} label={caption} onFailed={() => setFailed(true)} />
    </figure>
  );
}
