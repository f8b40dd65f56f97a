import type en from '@/messages/en.json';

/** The figures of the course, by the names that lessons use; each has its texts under `figures.NAME` of messages/. */
export type FigureName = keyof (typeof en)['figures'];

/** A figure's texts in the reader's language. */
export type FigureTexts<N extends FigureName> = (typeof en)['figures'][N];
