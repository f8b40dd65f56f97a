import type { MDXProps } from 'mdx/types';
import type { ComponentType } from 'react';
import type { ExerciseId } from '@/grading/exercise-id';
import type { Localized } from '@/grading/localized';

/** `content/NN-unit/unit.ts` exports one as `unit`. */
export interface Unit {
  /** Folder name: `02-mlp`. */
  id: string;
  title: Localized;
  /** Two sentences at most, for the course page. */
  summary: Localized;
  /** Folders of the lessons, in reading order: `01-from-lines-to-layers`. Each holds `en.mdx` and `ko.mdx`. */
  lessons: readonly string[];
  /** In the order of the path. */
  exercises: readonly ExerciseId[];
}

/** `export const metadata` of a lesson's MDX. */
export interface LessonMetadata {
  title: string;
  /** One or two sentences: what it is about, for the course page and search engines. */
  summary: string;
  /** Reading time with its figures and checks. */
  minutes: number;
  /** What the reader can do afterwards; sentences without a full stop. */
  objectives: readonly string[];
}

/** A heading of a lesson; `content/mdx/rehype-outline.js` exports them from each MDX module as `outline`. */
export interface OutlineEntry {
  id: string;
  text: string;
  depth: 2 | 3;
}

/** Plain text between two headings; `content/mdx/rehype-sections.js` exports them from each MDX module as `sections`. */
export interface SectionText {
  /** The heading's; empty before the first heading. */
  id: string;
  heading: string;
  text: string;
}

/** What a lesson's MDX module exports. */
export interface LessonModule {
  default: ComponentType<MDXProps>;
  metadata: LessonMetadata;
  outline: readonly OutlineEntry[];
  sections: readonly SectionText[];
  /** Ids of the glossary's terms that the text explains at a touch, in the order of the text. */
  terms: readonly string[];
}

/** A lesson's place in the course. */
export interface LessonRef {
  /** `UNIT.FOLDER`, for example `02-mlp.01-from-lines-to-layers`: in URLs, in progress, before `#` in quick checks. */
  id: string;
  unit: Unit;
  folder: string;
  /** 1, 2, 3… within the unit. */
  number: number;
}
