import type { KeyboardEvent } from 'react';
import { fill } from '../fill';
import { Plot, plotPath, toX, toY } from '../plot';
import type { FigureTexts } from '../texts';
import { type Entry, type EntryId, entriesIn, HUMAN, joinedIn, type View } from './entries';
import { FRAMES, pointOf, radiusOf, X_TICKS, Y_TICKS } from './scale';

const STEPS: Record<string, number | undefined> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Where the name of an entry stands beside its bubble. */
function nameAt(entry: Entry, view: View) {
  const radius = radiusOf(entry, view);
  if (view === 'depth' && entry.id === 'vgg') return { y: -radius - 4, textAnchor: 'middle' as const };
  if (view === 'year' && entry.id === 'alexnet') return { x: -9, y: 3.5, textAnchor: 'end' as const };
  if (view === 'year' && entry.year > 2014) return { x: 8, y: -9, textAnchor: 'end' as const };
  return { x: radius + 4, y: 3.5, textAnchor: 'start' as const };
}

/**
 * The entries as points that one walks with the arrow keys, a radio group: the chosen one alone is in the order of Tab.
 * Without `onChoose` they are drawn only.
 */
export function Chart(props: {
  texts: FigureTexts<'ilsvrc-timeline'>;
  view: View;
  chosen: EntryId;
  label: string;
  onChoose?: (id: EntryId) => void;
}) {
  const { texts, view, chosen, onChoose } = props;
  const frame = FRAMES[view];
  const entries = entriesIn(view);
  const walk = (event: KeyboardEvent<SVGElement>, at: number) => {
    const by = STEPS[event.key];
    const next = by ? at + by : { Home: 0, End: entries.length - 1 }[event.key];
    const entry = next === undefined ? undefined : entries[next];
    if (next === undefined) return;
    event.preventDefault();
    if (!entry) return;
    onChoose?.(entry.id);
    event.currentTarget.parentElement?.querySelectorAll<SVGElement>('[role="radio"]')[next]?.focus();
  };
  const named = (entry: Entry) => (view === 'year' ? entry.id === chosen : entry.id !== 'alexnet');
  return (
    <Plot
      frame={frame}
      label={props.label}
      interactive
      xTicks={X_TICKS[view]}
      yTicks={Y_TICKS[view]}
      xName={texts[`${view}Axis`]}
      yName={texts.errorAxis}
      over={
        <g role="radiogroup" aria-label={texts.entries}>
          {entries.map((entry, at) => {
            const [x, y] = pointOf(entry, view);
            return (
              // biome-ignore lint/a11y/useSemanticElements: a drawing can hold no input
              <g
                key={entry.id}
                className="timeline-entry"
                role="radio"
                aria-checked={entry.id === chosen}
                aria-disabled={!onChoose}
                aria-label={fill(texts.entry, { name: entry.name, year: entry.year, error: entry.error })}
                tabIndex={onChoose && entry.id === chosen ? 0 : -1}
                data-kind={entry.net ? entry.place : 'features'}
                transform={`translate(${toX(frame, x).toFixed(1)} ${toY(frame, y).toFixed(1)})`}
                onClick={onChoose && (() => onChoose(entry.id))}
                onKeyDown={onChoose && ((event) => walk(event, at))}
              >
                <circle r={Math.max(12, radiusOf(entry, view))} fill="transparent" />
                <circle r={radiusOf(entry, view).toFixed(1)} className="timeline-bubble" />
                {named(entry) && (
                  <text className="timeline-name" {...nameAt(entry, view)}>
                    {entry.name}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      }
    >
      <path
        className="timeline-human"
        d={plotPath(
          frame,
          frame.x.map((x) => [x, HUMAN] as const),
        )}
      />
      <text
        x={view === 'year' ? 4 : frame.width - 4}
        y={(toY(frame, HUMAN) - 4).toFixed(1)}
        className="figure-tick"
        textAnchor={view === 'year' ? 'start' : 'end'}
      >
        {fill(texts.human, { human: HUMAN })}
      </text>
      <path
        className="timeline-join"
        d={plotPath(
          frame,
          joinedIn(view).map((entry) => pointOf(entry, view)),
        )}
      />
    </Plot>
  );
}
