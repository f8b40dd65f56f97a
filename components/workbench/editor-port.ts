import type { SourceLocation } from '@/grading/report';

/** What the workbench asks of an editor, whichever kind it is. */
export interface EditorPort {
  /** Replaces the whole text so that the reader's undo brings the old one back. */
  replace(text: string): void;
  /** Puts the caret there and brings it into view. */
  goTo(location: SourceLocation): void;
  focus(): void;
}

/** Something to be marked in the text. */
export interface Mark {
  location: SourceLocation;
  message: string;
}
