import { Callout } from './callout';
import { Because, Choice, Extra, Item, Left, Otherwise, Pair, Part, Question, Right, Wrong } from './check-markup';
import { Figure } from './figure';
import { FurtherReading, Paper } from './further-reading';
import { LessonLink } from './lesson-link';
import { MatchQuickCheck } from './match-quick-check';
import { NotesClaim } from './notes-claim';
import { Objectives } from './objectives';
import { OrderQuickCheck } from './order-quick-check';
import { NumberQuickCheck, QuickCheck } from './quick-check';
import { SpotTheMistake } from './spot-the-mistake';
import './lesson.css';

/** What a lesson's MDX may use without importing it; the root `mdx-components.tsx` spreads it. */
export const lessonComponents = {
  a: LessonLink,
  Because,
  Callout,
  Choice,
  Extra,
  Figure,
  FurtherReading,
  Item,
  Left,
  MatchQuickCheck,
  NotesClaim,
  NumberQuickCheck,
  Objectives,
  OrderQuickCheck,
  Otherwise,
  Pair,
  Paper,
  Part,
  Question,
  QuickCheck,
  Right,
  SpotTheMistake,
  Wrong,
};
