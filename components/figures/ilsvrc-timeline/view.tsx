import { Button } from '../controls';
import { fill } from '../fill';
import { counted } from '../shown';
import type { FigureTexts } from '../texts';
import { Chart } from './chart';
import { ENTRIES, type Entry, entriesIn, falls, firstPastHuman, HUMAN, joinedIn, VIEWS } from './entries';
import { inView, type TimelineState, timelineInitial, walked } from './state';

type Texts = FigureTexts<'ilsvrc-timeline'>;

/** What an entry was, from its name to a remark. */
function Facts({ texts, entry }: { texts: Texts; entry: Entry }) {
  const { name, year, error, parameters, depth } = entry;
  const rows = [
    [texts.net, name],
    [texts.year, `${year}, ${texts[entry.place]}`],
    [texts.error, `${error} %`],
    [texts.kind, entry.net ? texts.ensemble : texts.features],
    [texts.parameters, parameters === null ? texts.notGiven : counted(parameters)],
    [texts.depth, depth === null ? texts.notGiven : fill(texts.layers, { depth })],
  ];
  return (
    <div aria-live="polite">
      <dl className="timeline-facts">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="timeline-remark">{texts.remarks[entry.id]}</p>
    </div>
  );
}

/** What the chosen view shows. */
function verdict(texts: Texts, view: TimelineState['view']): string {
  const joined = joinedIn(view);
  const list = joined.map(({ error }) => error).join(' → ');
  if (view === 'year') {
    const { name, year } = firstPastHuman();
    return fill(texts.yearVerdict, { name, year, human: HUMAN });
  }
  return `${fill(texts[`${view}Verdict`], { list })} ${falls(joined) ? texts.falls : texts.notMonotone}`;
}

/** The timeline as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function TimelineView(props: { texts: Texts; state: TimelineState; onChange?: (state: TimelineState) => void }) {
  const { texts, state, onChange } = props;
  const entry = ENTRIES.find(({ id }) => id === state.entry) as Entry;
  const entries = entriesIn(state.view);
  const go = (by: number) => onChange && (() => onChange(walked(state, by)));
  const list = entries.map((one) =>
    fill(texts[`${state.view}Entry`], {
      name: one.name,
      year: one.year,
      error: one.error,
      parameters: counted(one.parameters ?? 0),
      depth: one.depth ?? 0,
    }),
  );
  return (
    <div className="ilsvrc-timeline">
      <div className="figure-buttons">
        {VIEWS.map((view) => (
          <Button key={view} pressed={view === state.view} onPress={onChange && (() => onChange(inView(state, view)))}>
            {texts[`${view}View`]}
          </Button>
        ))}
      </div>
      <div className="figure-pair timeline-pair">
        <div>
          <Chart
            texts={texts}
            view={state.view}
            chosen={state.entry}
            label={fill(texts[`${state.view}Chart`], { human: HUMAN, list: list.join('; ') })}
            onChoose={onChange && ((id) => onChange({ ...state, entry: id }))}
          />
          <p className="figure-key timeline-key" aria-hidden="true">
            {(['first', 'second', 'features'] as const).map((kind) => (
              <span key={kind} data-kind={kind}>
                {texts[`${kind}Key`]}
              </span>
            ))}
          </p>
        </div>
        <Facts texts={texts} entry={entry} />
      </div>
      <div className="figure-buttons timeline-walk">
        <Button disabled={entry.id === entries[0]?.id} onPress={go(-1)}>
          {texts.back}
        </Button>
        <Button disabled={entry.id === entries.at(-1)?.id} onPress={go(1)}>
          {texts.next}
        </Button>
        <Button onPress={onChange && (() => onChange(timelineInitial))}>{texts.reset}</Button>
      </div>
      <p className="figure-summary timeline-summary" aria-live="polite">
        {verdict(texts, state.view)}
      </p>
      <p className="figure-note">{texts.note}</p>
    </div>
  );
}
