import { Callout } from './callout';
import { Because, Choice, Extra, Item, Left, Otherwise, Pair, Part, Question, Right, Wrong } from './check-markup';
import { Figure } from './figure';
import { FurtherReading, Paper } from './further-reading';
import { LessonLink } from './lesson-link';
import { NotesClaim } from './notes-claim';
import { Objectives } from './objectives';
import { quickCheckKinds } from './quick-check-kinds';
import './lesson.css';

/** What a lesson's MDX may use without importing it; the root `mdx-components.tsx` spreads it. */
export const lessonComponents = {
  ...quickCheckKinds,
  a: LessonLink,
  Because,
  Callout,
  Choice,
  Extra,
  Figure,
  FurtherReading,
  Item,
  Left,
  NotesClaim,
  Objectives,
  Otherwise,
  Pair,
  Paper,
  Part,
  Question,
  Right,
  Wrong,
};
