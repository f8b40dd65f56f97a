'use client';

import { useState } from 'react';
import { shown } from '../shown';
import { parseWeight } from './state';

/** A weight of the kernel to type into. What is typed counts as soon as it is a number; until then the old weight does. */
export function KernelField(props: { label: string; value: number; onChange: (value: number) => void }) {
  const { label, value, onChange } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const type = (text: string) => {
    setDraft(text);
    const weight = parseWeight(text);
    if (weight !== null) onChange(weight);
  };
  return (
    <input
      className="conv-field"
      aria-label={label}
      aria-invalid={draft !== null && parseWeight(draft) === null}
      inputMode="text"
      autoComplete="off"
      value={draft ?? shown(value, 4)}
      onChange={(event) => type(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setDraft(null)}
    />
  );
}
