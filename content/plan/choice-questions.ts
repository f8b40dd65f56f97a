import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shuffleBy } from '@/components/lesson/shuffle';
import type { Locale, Localized } from '@/grading/localized';

/** A quick check with choices, as Markdown: what a team can be asked together. */
export interface ChoiceQuestion {
  /** `LESSON-ID#check-id` */
  id: string;
  multiple: boolean;
  question: Localized;
  /** `id` is a letter: the names that authors give to choices may tell which is right. */
  choices: { id: string; right: boolean; label: Localized; because: Localized }[];
}

interface Parsed extends Omit<ChoiceQuestion, 'question' | 'choices'> {
  /** Parts of a text, which stand as they are. */
  inOrder: boolean;
  question: string;
  choices: { id: string; right: boolean; label: string; because: string }[];
}

const content = path.join(process.cwd(), 'content');

const folders = (parent: string) =>
  readdirSync(parent, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() && /^\d\d-/.test(entry.name) ? [entry.name] : []))
    .sort();

const CHECK = /<(QuickCheck|SpotTheMistake) id="([^"]+)"( multiple)?>\n([\s\S]*?)\n<\/\1>/g;
const QUESTION = /<Question>([\s\S]*?)<\/Question>/;
const CHOICE = /<(Choice|Part) id="([^"]+)"( correct| wrong)?>([\s\S]*?)<Because>([\s\S]*?)<\/Because>\s*<\/\1>/g;
/** An element inside a text: Markdown alone cannot show it. */
const ELEMENT = /<[A-Za-z]/;

/**
 * Quick checks with choices out of a lesson's source: those whose texts are plain Markdown. They are read from the source,
 * not from the compiled text, so that the answers stay on the server.
 */
export function parseChoiceQuestions(mdx: string): Parsed[] {
  return [...mdx.matchAll(CHECK)].flatMap(([, kind, id = '', multiple, body = '']) => {
    const question = QUESTION.exec(body)?.[1]?.trim();
    const choices = [...body.matchAll(CHOICE)].map(([, , choice = '', right, label = '', because = '']) => ({
      ...{ id: choice, right: right !== undefined, label: label.trim(), because: because.trim() },
    }));
    const texts = [question ?? '<', ...choices.flatMap(({ label, because }) => [label, because])];
    if (choices.length < 2 || texts.some((text) => ELEMENT.test(text.replace(/`[^`]*`|\$[^$]*\$/g, '')))) return [];
    return [
      {
        ...{ id, question: question ?? '', choices },
        multiple: multiple !== undefined,
        inOrder: kind === 'SpotTheMistake',
      },
    ];
  });
}

const kept = new Map<string, readonly ChoiceQuestion[]>();

/** The questions of a unit's lessons, in reading order. Read once; while authors write, every time. */
export function choiceQuestions(unit: string): readonly ChoiceQuestion[] {
  const known = process.env.NODE_ENV === 'production' ? kept.get(unit) : undefined;
  if (known) return known;
  if (!folders(content).includes(unit)) return [];
  const questions = folders(path.join(content, unit)).flatMap((lesson) => {
    const read = (locale: Locale) =>
      parseChoiceQuestions(readFileSync(path.join(content, unit, lesson, `${locale}.mdx`), 'utf8'));
    const korean = new Map(read('ko').map((one) => [one.id, one]));
    return read('en').flatMap((en) => {
      const ko = korean.get(en.id);
      return ko ? [together(en, ko)] : [];
    });
  });
  kept.set(unit, questions);
  return questions;
}

/** @returns undefined when there is no such check, or none with choices */
export function findChoiceQuestion(id: string): ChoiceQuestion | undefined {
  return choiceQuestions(id.split('.')[0] ?? '').find((one) => one.id === id);
}

/** In an order of its own, the same for everybody: authors tend to write the right choice first. */
function together(en: Parsed, ko: Parsed): ChoiceQuestion {
  const choices = en.inOrder ? en.choices : shuffleBy(en.id, en.choices);
  return {
    ...{ id: en.id, multiple: en.multiple, question: { en: en.question, ko: ko.question } },
    choices: choices.map(({ id, right, label, because }, at) => {
      const other = ko.choices.find((choice) => choice.id === id);
      return {
        ...{ id: String.fromCharCode(97 + at), right },
        label: { en: label, ko: other?.label ?? label },
        because: { en: because, ko: other?.because ?? because },
      };
    }),
  };
}
