import type { MutantsResult } from './results';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** Shares over all exercises. */
export function totalsOf(results: Readonly<Record<string, MutantsResult>>) {
  const all = Object.values(results);
  const sum = (of: (result: MutantsResult) => number) => all.reduce((total, result) => total + of(result), 0);
  const wrong = sum(({ mutants, equivalent }) => mutants - equivalent.length);
  const killed = sum((result) => result.killed);
  const mistakes = sum((result) => result.mistakes);
  const mistakesDiagnosed = sum((result) => result.mistakesDiagnosed);
  const diagnosed = sum((result) => result.diagnosed);
  const misdiagnosed = sum((result) => result.misdiagnosed.length + result.mistakesMisdiagnosed.length);
  return {
    wrong,
    killed,
    equivalent: sum((result) => result.equivalent.length),
    mistakes,
    mistakesDiagnosed,
    diagnosed,
    misdiagnosed,
  };
}

/** The figures of a study for people. */
export function summaryLines(results: Readonly<Record<string, MutantsResult>>): string[] {
  const { wrong, killed, equivalent, mistakes, mistakesDiagnosed, diagnosed, misdiagnosed } = totalsOf(results);
  return [
    `Mutants that are wrong: ${wrong} (and ${equivalent} that mean the same); killed ${percent(killed, wrong)}`,
    `Known mistakes: ${mistakes}; diagnosed ${percent(mistakesDiagnosed, mistakes)}`,
    `Killed mutants with a diagnosis: ${percent(diagnosed, killed)}; diagnoses that did not hold: ${percent(misdiagnosed, diagnosed + mistakes)}`,
  ];
}
