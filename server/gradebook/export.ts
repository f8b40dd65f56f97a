import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { createTranslator } from 'use-intl/core';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { GradebookExportQuery } from '@/contracts/gradebook';
import type { Locale } from '@/grading/localized';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import type { KnownViewer } from '../accounts/policies';
import { db } from '../db';
import { audit } from '../discussion/audit';
import { readManifest } from '../exercise-manifest';
import { gradesForStaff, markOf } from './book';
import type { CohortGrades } from './load';

const MESSAGES = { en, ko };

type Table = (string | number | null)[][];

/**
 * The gradebook as a file, one row to a learner. Written to the audit trail before anything is answered. Text of users is never a
 * formula: a CSV marks what would be read as one by an apostrophe, an XLSX says that it is text.
 *
 * @throws {AppError} `not-found`, also for a cohort that is none of the viewer's business
 */
export async function exportGradebook(
  viewer: KnownViewer,
  cohortId: string,
  { format, locale, bom }: GradebookExportQuery,
): Promise<{ name: string; type: string; body: string | Uint8Array<ArrayBuffer> }> {
  const grades = await gradesForStaff(viewer, cohortId);
  await audit(
    db,
    { userId: viewer.id },
    { cohortId, action: 'gradebook.export', subject: cohortId, detail: { format, learners: grades.learners.length } },
  );
  const table = await tableOf(grades, locale);
  const name = `grades-${grades.now.toISOString().slice(0, 10)}.${format}`;
  if (format === 'xlsx') {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { name, type, body: await workbookOf(table) };
  }
  const body = stringify(table, { bom: bom === 'true', escape_formulas: true, record_delimiter: 'windows' });
  return { name, type: 'text/csv; charset=utf-8', body };
}

/** A line of heads and one to each learner: who they are, both totals in percent, then points. */
async function tableOf({ exercises, learners, teams, now }: CohortGrades, locale: Locale): Promise<Table> {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'instructor.gradebook' });
  const titles = new Map((await readManifest()).exercises.map(({ id, title }) => [id, title[locale]]));
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  const percent = (share: number | null) => (share === null ? null : Math.round(share * 10_000) / 100);
  return [
    [
      ...[t('learner'), t('export.email'), t('team'), t('export.soFar'), t('export.all')],
      ...exercises.map(({ id, outOf }) => t('export.exercise', { title: titles.get(id) ?? id, outOf: String(outOf) })),
    ],
    ...learners.map(({ name, email, teamId, total, grades }) => [
      ...[name, email, teamId === null ? null : (teamNames.get(teamId) ?? null)],
      ...[percent(total.soFar), percent(total.all)],
      ...grades.map((grade) => (['none', 'extended'].includes(markOf(grade, now)) ? null : grade.points)),
    ]),
  ];
}

async function workbookOf([heads = [], ...rows]: Table): Promise<Uint8Array<ArrayBuffer>> {
  const text = (value: string) => ({ value: value.replaceAll(/\p{Cc}/gu, ' '), type: String });
  const data: Row[] = [
    heads.map((head) => ({ ...text(String(head)), fontWeight: 'bold' })),
    ...rows.map((row) =>
      row.map((value) => (typeof value === 'number' ? { value, type: Number } : value ? text(value) : null)),
    ),
  ];
  const file = writeXlsxFile(data, {
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: [{ width: 20 }, { width: 28 }],
  });
  return new Uint8Array(await file.toBuffer());
}
