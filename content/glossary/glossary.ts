import { dataTerms } from './data';
import { networkTerms } from './networks';
import { probabilityTerms } from './probability';
import type { GlossaryTerm } from './term';
import { trainingTerms } from './training';
import { visionTerms } from './vision';

/** The words that the course uses, the same everywhere; in no order that means anything. */
export const glossary: readonly GlossaryTerm[] = [
  ...dataTerms,
  ...networkTerms,
  ...trainingTerms,
  ...probabilityTerms,
  ...visionTerms,
];

const byId = new Map(glossary.map((term) => [term.id, term]));

/** @throws {Error} for an id that the glossary has not */
export function getTerm(id: string): GlossaryTerm {
  const term = byId.get(id);
  if (term === undefined) throw new Error(`The glossary has no term ${id}`);
  return term;
}
