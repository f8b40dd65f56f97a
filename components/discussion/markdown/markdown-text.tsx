'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo } from 'react';
import { Notice } from '@/components/ui/notice';
import { TooCostly } from '@/contracts/markdown';
import { PlainText } from '../plain-text';
import { textComponents } from './components';
import { type RenderOptions, renderMarkdown } from './render';
import './user-text.css';

/** Markdown of a user, drawn; as it was typed, with a note, where that would take too long. */
export default function MarkdownText({
  text,
  names,
  formulas,
}: {
  text: string;
  names?: ReadonlyMap<string, string> | undefined;
  formulas?: RenderOptions['formulas'];
}) {
  const t = useTranslations('discussion.text');
  const prefix = `text${useId().replace(/\W/g, '')}-`;
  const drawn = useMemo(() => {
    try {
      const labels = { done: t('taskDone'), open: t('taskOpen') };
      const components = textComponents({ names, labels });
      return renderMarkdown(text, { prefix, components, footnotes: t('footnotes'), ...(formulas && { formulas }) });
    } catch (error) {
      // A stack that overflows is another way to be too deep.
      if (error instanceof TooCostly || error instanceof RangeError) return null;
      throw error;
    }
  }, [text, names, formulas, prefix, t]);
  if (drawn !== null) return <div className="user-text">{drawn}</div>;
  return (
    <>
      <Notice>{t('tooCostly')}</Notice>
      <PlainText text={text} />
    </>
  );
}
