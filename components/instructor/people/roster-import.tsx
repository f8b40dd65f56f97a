import { useLocale, useTranslations } from 'next-intl';
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
import { ApiError } from '@/components/session/api';
import { useSending } from '@/components/session/use-sending';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type InvitationLinks, ROSTER_BYTES, ROSTER_ROWS, type RosterAnswer } from '@/contracts/cohort-people';
import type { Locale } from '@/grading/localized';
import { downloadCsv } from './download-csv';
import { exampleRoster } from './example-roster';
import { RosterPreview } from './roster-preview';
import { asBase64, sendRoster } from './send-roster';

const KILOBYTES = ROSTER_BYTES / 1000;

type Plan = Extract<RosterAnswer, { kind: 'plan' }>;
type Message = { tone: 'pass' | 'fail' | 'warn'; text: string };

/** A roster from a file or the clipboard: first what it would do, then that. */
export function RosterImport({
  cohort,
  onChange,
  onLinks,
}: {
  cohort: string;
  onChange(): void;
  onLinks(links: InvitationLinks): void;
}) {
  const t = useTranslations('instructor.people');
  const locale = useLocale() as Locale;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ file: string; plan: Plan } | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const { isBusy, problem, run } = useSending((error) =>
    error instanceof ApiError && error.code === 'source-too-large'
      ? t('roster.tooLarge', { size: KILOBYTES })
      : undefined,
  );
  const [isOver, setIsOver] = useState(false);

  /** Asks what a file would do, and shows it. */
  async function look(file: string): Promise<void> {
    const answer = await sendRoster(cohort, { roster: { file }, locale });
    if (answer.kind === 'plan') setChosen({ file, plan: answer });
    if (answer.kind === 'unreadable') {
      const values = { line: answer.line ?? 0, rows: ROSTER_ROWS };
      setMessage({ tone: 'fail', text: t(`roster.problems.${answer.problem}`, values) });
    }
  }

  function attempt(work: () => Promise<void>): void {
    setMessage(null);
    void run(work);
  }

  function read(file: Blob): void {
    setChosen(null);
    attempt(async () => {
      // As the server would say.
      if (file.size > ROSTER_BYTES) throw new ApiError('source-too-large', 413);
      await look(await asBase64(file));
    });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) read(file);
  }

  function paste(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('roster'));
    if (text.trim() !== '') read(new Blob([text]));
  }

  async function apply({ file, plan }: { file: string; plan: Plan }): Promise<void> {
    try {
      const answer = await sendRoster(cohort, { roster: { file }, locale, apply: plan.digest });
      if (answer.kind !== 'applied') return;
      setChosen(null);
      const { enrolled, invited, changed } = answer;
      setMessage({ tone: 'pass', text: t('roster.done', { enrolled, invited, changed }) });
      onLinks(answer);
      onChange();
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'conflict')) throw error;
      await look(file);
      setMessage({ tone: 'warn', text: t('roster.meanwhile') });
    }
  }

  function example() {
    const columns = { name: t('columns.name'), email: t('columns.email'), role: t('columns.role') };
    const rows = [t('roster.exampleRows.first'), t('roster.exampleRows.second')];
    downloadCsv(exampleRoster({ ...columns, team: t('columns.team') }, rows), t('roster.exampleFile'));
  }

  const shown = problem === null ? message : { tone: 'fail' as const, text: problem };
  return (
    <section
      aria-labelledby="roster"
      className={`mt-6 rounded-md border p-5 ${isOver ? 'border-accent bg-surface' : 'border-line'}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <h3 id="roster" className="font-bold">
        {t('roster.title')}
      </h3>
      <p className="mt-1 max-w-measure text-sm text-muted">
        {t('roster.text')} {t('roster.limits', { rows: ROSTER_ROWS, size: KILOBYTES })}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-3 text-sm">
        <label htmlFor={`${id}-file`} className="font-semibold">
          {t('roster.file')}
        </label>
        <input
          ref={input}
          id={`${id}-file`}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          disabled={isBusy}
          className="max-w-full text-sm"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) read(file);
            // The same file, once mended, is chosen again.
            target.value = '';
          }}
        />
        <span className="text-muted">{t('roster.drop')}</span>
        <Button size="small" className="ms-auto" onClick={example}>
          {t('roster.example')}
        </Button>
      </div>
      <form onSubmit={paste} className="mt-4">
        <label htmlFor={`${id}-text`} className="text-sm font-semibold">
          {t('roster.paste')}
        </label>
        <textarea
          id={`${id}-text`}
          name="roster"
          rows={4}
          spellCheck={false}
          className="mt-1.5 w-full rounded-md border border-edge bg-raised p-3 font-mono text-sm"
        />
        <Button type="submit" className="mt-2" disabled={isBusy}>
          {isBusy ? t('roster.checking') : t('roster.check')}
        </Button>
      </form>
      {shown !== null && (
        <div className="mt-4">
          <Notice tone={shown.tone} live>
            {shown.text}
          </Notice>
        </div>
      )}
      {chosen !== null && (
        <RosterPreview
          plan={chosen.plan}
          isBusy={isBusy}
          onApply={() => attempt(() => apply(chosen))}
          onDiscard={() => setChosen(null)}
        />
      )}
    </section>
  );
}
