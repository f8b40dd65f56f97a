import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import type { Choice } from './families';
import { stagesOf } from './families';
import { compact, mapText, percent } from './shown';
import { nameOf } from './state';
import { parametersOf, type Walk, type WalkedStage } from './walk';

const BOX = { width: 48, height: 40 };

/** What bars are long against: the largest stage that is shown, or null for a net's own total. */
type Largest = { parameters: number; macs: number } | null;

/** A feature map as a box: its height by the side, its width by the channels, both by their square roots. */
function MapBox({ map, most }: { map: { side: number; channels: number } | undefined; most: typeof BOX }) {
  if (!map) return <svg className="arch-box" viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-hidden="true" />;
  const width = Math.max(1.5, BOX.width * Math.sqrt(map.channels / most.width));
  const height = Math.max(1.5, BOX.height * Math.sqrt(map.side / most.height));
  return (
    <svg className="arch-box" viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-hidden="true">
      <rect
        x={((BOX.width - width) / 2).toFixed(2)}
        y={((BOX.height - height) / 2).toFixed(2)}
        width={width.toFixed(2)}
        height={height.toFixed(2)}
      />
    </svg>
  );
}

function Bar(props: { kind: 'parameters' | 'macs'; name: string; value: number; total: number; largest?: number }) {
  const { kind, name, value, total, largest = total } = props;
  return (
    <span className="arch-measure" data-kind={kind}>
      <span>
        <span className="visually-hidden">{name}: </span>
        {compact(value)} <span className="arch-share">{percent(value, total)} %</span>
      </span>
      <span className="arch-track" aria-hidden="true">
        <span
          className="arch-fill"
          style={{ width: `${largest === 0 ? 0 : +((100 * value) / largest).toFixed(2)}%` }}
        />
      </span>
    </span>
  );
}

/**
 * The stages of a net from its input down: the map that each hands on, drawn and in numbers, and its share of the parameters and
 * MACs. A stage is a button that opens the list of its layers. Stages that an input is too small for are dashes.
 */
export function StageList(props: {
  texts: FigureTexts<'architecture-explorer'>;
  choice: Choice;
  net: Walk;
  /** The largest side (height) and number of channels (width) of all that is drawn. */
  most: typeof BOX;
  largest: Largest;
  open: number | null;
  onOpen?: (stage: number) => void;
}) {
  const { texts, choice, net, most, largest, open, onOpen } = props;
  const total = parametersOf(net.total);
  const bars = (stage: WalkedStage) => (
    <>
      <Bar
        kind="parameters"
        name={texts.parameters}
        value={parametersOf(stage)}
        total={total}
        largest={largest?.parameters}
      />
      <Bar kind="macs" name={texts.macs} value={stage.macs} total={net.total.macs} largest={largest?.macs} />
    </>
  );
  return (
    <ol className="arch-stages" aria-label={fill(texts.stages, { net: nameOf(choice) })}>
      <li>
        <div className="arch-stage">
          <span className="arch-name">
            <strong>{texts.input}</strong>
            <span>{mapText(net.input)}</span>
          </span>
          <MapBox map={net.input} most={most} />
        </div>
      </li>
      {stagesOf(choice).map(({ name }, index) => {
        const stage = net.stages[index];
        return (
          <li key={name}>
            <button
              type="button"
              className="arch-stage"
              aria-expanded={open === index}
              disabled={!onOpen || !stage}
              onClick={onOpen && (() => onOpen(index))}
            >
              <span className="arch-name">
                <strong>{name}</strong>
                <span>{stage ? mapText(stage) : '–'}</span>
              </span>
              <MapBox map={stage} most={most} />
              <span className="arch-bars">{stage ? bars(stage) : '–'}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
