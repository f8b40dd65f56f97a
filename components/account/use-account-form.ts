'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import { useErrorText } from '@/components/session/use-error-text';
import type { AccountProblem } from '@/contracts/account';
import type { Answer } from './account-api';
import { type FieldName, type FieldProblems, fieldOf } from './field-problems';

/** Texts of what is wrong: beside a field, or above the button when it belongs to none. */
type Trouble = { fields: Partial<Record<FieldName, string>>; form: string | null };

const NONE: Trouble = { fields: {}, form: null };

/**
 * A form that checks its fields, sends them once, and says what went wrong in the reader's language.
 * `check` looks at the fields before anything is sent; `send` asks the server; `done` gets the answer.
 */
export function useAccountForm<Body>({
  check,
  send,
  done,
}: {
  check(fields: FormData): FieldProblems;
  send(fields: FormData): Promise<Answer<Body>>;
  done(body: Body, form: HTMLFormElement): void;
}) {
  const t = useTranslations('account');
  const errorText = useErrorText();
  const format = useFormatter();
  const [trouble, setTrouble] = useState(NONE);
  const [isSending, setIsSending] = useState(false);

  function problemText(problem: AccountProblem, cohorts: readonly string[]): Trouble {
    const field = fieldOf(problem);
    const text = t(`problems.${problem}`, { cohorts: format.list(cohorts) });
    return field === null ? { fields: {}, form: text } : { fields: { [field]: text }, form: null };
  }

  async function sendOnce(form: HTMLFormElement): Promise<Trouble> {
    try {
      const answer = await send(new FormData(form));
      if ('problem' in answer) return problemText(answer.problem, answer.cohorts ?? []);
      done(answer.body, form);
      return NONE;
    } catch (error) {
      return { fields: {}, form: errorText(error) };
    }
  }

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (isSending) return;
    const found = Object.entries(check(new FormData(form)));
    if (found.length > 0) {
      const texts = found.map(([name, { key, values }]) => [name, t(`invalid.${key}`, values ?? {})]);
      setTrouble({ fields: Object.fromEntries(texts), form: null });
      focusField(form, found[0]?.[0]);
      return;
    }
    setIsSending(true);
    const next = await sendOnce(form);
    setIsSending(false);
    setTrouble(next);
    focusField(form, Object.keys(next.fields)[0]);
  }

  return { onSubmit, trouble, isSending };
}

function focusField(form: HTMLFormElement, name: string | undefined) {
  const field = name === undefined ? null : form.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}
