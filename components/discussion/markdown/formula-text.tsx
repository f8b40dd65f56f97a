'use client';

import type { ComponentProps } from 'react';
import { FORMULAS } from './formulas';
import MarkdownText from './markdown-text';

export default function FormulaText(props: ComponentProps<typeof MarkdownText>) {
  return <MarkdownText {...props} formulas={FORMULAS} />;
}
