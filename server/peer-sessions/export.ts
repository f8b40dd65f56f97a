import 'server-only';
import { createTranslator } from 'use-intl/core';
import type { Instruction, SessionItem } from '@/contracts/peer-session';
import type { Locale } from '@/grading/localized';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import type { KnownViewer } from '../accounts/policies';
import { readNotesText } from './notes';
import { readSession } from './read';

const MESSAGES = { en, ko };

const translatorFor = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace: 'team.summary' });

/**
 * A session as Markdown, to keep: who was there, what was decided, the notes as they were written.
 * @returns the file's name and its text
 * @throws {AppError} `not-found`
 */
export async function exportSession(
  viewer: KnownViewer,
  id: string,
  locale: Locale,
): Promise<{ name: string; markdown: string }> {
  const { session } = await readSession(viewer, id);
  const notes = await readNotesText(id);
  const t = translatorFor(locale);
  const { plan, number } = session.agenda;
  const people = session.people.map(
    ({ name, role, state }) =>
      `- ${oneLine(name)}: ${t(`attendance.${state}`)}${role === null ? '' : `, ${t(`role.${role}`)}`}`,
  );
  const parts = [
    `# ${t('heading', { team: oneLine(session.team.name), day: session.day })}`,
    plan === null
      ? t('afterPlan', { number, cohort: oneLine(session.cohort.name) })
      : t('place', { week: plan.week, day: plan.day, cohort: oneLine(session.cohort.name) }),
    ...(plan ? [`> ${plan.prompt[locale]}`] : []),
    `## ${t('people')}`,
    people.join('\n'),
    ...section(
      t('items'),
      session.items.map((item) => line(item, t)),
    ),
    ...section(
      t('carried'),
      session.carried.map((item) => line(item, t)),
    ),
    ...section(
      t('instruction'),
      session.instruction.map((one) => question(one, locale, t)),
    ),
    `## ${t('notes')}`,
    notes.trim() === '' ? t('noNotes') : notes.trim(),
  ];
  return { name: `${session.day}-${slug(session.team.name)}.md`, markdown: `${parts.join('\n\n')}\n` };
}

type Translator = ReturnType<typeof translatorFor>;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

function line({ kind, text, author, assignee, doneAt, day }: SessionItem, t: Translator): string {
  const who = [author?.name, assignee === null ? undefined : t('for', { name: assignee.name })].filter(Boolean);
  const box = kind === 'FOLLOW_UP' || kind === 'QUESTION' ? `[${doneAt === null ? ' ' : 'x'}] ` : '';
  return `- ${box}**${t(`kind.${kind}`)}** ${oneLine(text)} (${[...who.map((name) => oneLine(name ?? '')), day].join(', ')})`;
}

function question({ check, first, second, solution }: Instruction, locale: Locale, t: Translator): string {
  const lines = check.choices.map(({ id, label }, at) => {
    const counts = [first, second].map((round) =>
      round === null || round === 'few' ? '–' : String(round.of[id] ?? 0),
    );
    const isRight = solution?.right.includes(id) ? ' ✓' : '';
    return `  - ${String.fromCharCode(65 + at)}. ${oneLine(label[locale])}${isRight}: ${counts.join(' → ')}`;
  });
  const gain = solution?.gain;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const gained = gain ? [`  - ${t('gain', { first: percent(gain.first), second: percent(gain.second) })}`] : [];
  return [`- ${oneLine(check.question[locale])}`, ...lines, ...gained].join('\n');
}

/** Names and short texts stand in lists: a line break would end one. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const slug = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'team';
