import { Callout } from './callout';
import { Figure } from './figure';
import { FurtherReading, Paper } from './further-reading';
import { LessonLink } from './lesson-link';
import { NotesClaim } from './notes-claim';
import { Objectives } from './objectives';
import { Because, Choice, NumberQuickCheck, Otherwise, Question, QuickCheck, Wrong } from './quick-check';
import './lesson.css';

/** What a lesson's MDX may use without importing it; the root `mdx-components.tsx` spreads it. */
export const lessonComponents = {
  a: LessonLink,
  Because,
  Callout,
  Choice,
  Figure,
  FurtherReading,
  NotesClaim,
  NumberQuickCheck,
  Objectives,
  Otherwise,
  Paper,
  Question,
  QuickCheck,
  Wrong,
};
