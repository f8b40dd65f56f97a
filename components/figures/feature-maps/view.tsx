import type { ReactNode } from 'react';
import { placeOf } from '../cells';
import { Button } from '../controls';
import { fill } from '../fill';
import { counted, shapeText, shown } from '../shown';
import type { FigureTexts } from '../texts';
import { Classes } from './classes';
import { LargeMap } from './large-map';
import { type Activations, LAYERS, logitsOf, SIZES, scaleOf, softmax, TEST } from './net';
import { SHAPES, type Shape } from './shapes';
import { SourceControls, type SourceHandlers } from './source-controls';
import { isOwn, type MapsState, withLayer } from './state';
import { Tiles } from './tiles';
import { Working } from './working';

type Texts = FigureTexts<'feature-maps'>;

type MapsHandlers = { see: (state: MapsState) => void; source: SourceHandlers };

/** What the live figure puts into the view beside its state. */
type MapsParts = { drawing: boolean; brush: number; message: string; board?: ReactNode };

export const AT_REST: MapsParts = { drawing: false, brush: 0.8, message: '' };

function summaryOf(texts: Texts, state: MapsState, activations: Activations): string {
  const { source, layer, map, at } = state;
  const { side } = SIZES[layer];
  const value = shown(activations[layer][map]?.[at] as number, 4);
  const probabilities = softmax(logitsOf(activations));
  const best = probabilities.indexOf(Math.max(...probabilities));
  const answer = SHAPES[best] as Shape;
  const name = layer === 'logits' ? texts[SHAPES[map] as Shape] : fill(texts.mapName, { map });
  const isWrong = !isOwn(source) && source.shape !== answer;
  return [
    side === 1
      ? fill(texts.seenOne, { layer: texts[layer], name, value })
      : fill(texts.seen, { layer: texts[layer], map, ...placeOf(at, side), value }),
    fill(texts.answer, { name: texts[answer], percent: (100 * (probabilities[best] as number)).toFixed(1) }),
    isOwn(source) ? texts.answerOwn : isWrong ? fill(texts.answerWrong, { name: texts[source.shape] }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The maps of the small net for one image; without `on` it is the first frame, with its controls off. */
export function MapsView(props: {
  texts: Texts;
  state: MapsState;
  /** Of the state's image. */
  activations: Activations;
  parts: MapsParts;
  on?: MapsHandlers;
}) {
  const { texts, state, activations, parts, on } = props;
  const { source, layer, map, at } = state;
  const { side, maps } = SIZES[layer];
  const max = scaleOf(activations, layer);
  const shape = shapeText(side === 1 ? [maps] : [side, side, maps]);
  const see = on && ((change: Partial<MapsState>) => on.see({ ...state, ...change }));
  const choose = see && ((to: number) => see({ map: to }));
  return (
    <div className="feature-maps">
      <SourceControls
        texts={texts}
        shape={isOwn(source) ? 'own' : source.shape}
        drawing={parts.drawing}
        brush={parts.brush}
        message={parts.message}
        on={on?.source}
      />
      <fieldset className="figure-buttons conv-row maps-layers" aria-label={texts.layers}>
        {LAYERS.map((one) => (
          <Button key={one} pressed={one === layer} onPress={on && (() => on.see(withLayer(state, one)))}>
            {texts[one]}
          </Button>
        ))}
      </fieldset>
      <p className="figure-note conv-row">
        {texts[`${layer}Does`]} {layer !== 'logits' && fill(texts.scale, { max: shown(max) })}
      </p>
      <div className="figure-pair conv-row">
        {layer === 'logits' && <Classes texts={texts} logits={logitsOf(activations)} chosen={map} onChoose={choose} />}
        {layer !== 'logits' && maps > 1 && (
          <Tiles
            texts={texts}
            caption={fill(side === 1 ? texts.means : texts.maps, { layer: texts[layer], shape })}
            maps={activations[layer]}
            max={max}
            chosen={map}
            onChoose={choose}
          />
        )}
        {side > 1 && (
          <LargeMap
            texts={texts}
            name={texts[layer]}
            caption={layer === 'input' ? texts.input : fill(texts.large, { layer: texts[layer], map })}
            values={activations[layer][map] ?? []}
            map={map}
            max={max}
            at={at}
            board={parts.board}
            onPick={see && ((to) => see({ at: to }))}
          />
        )}
      </div>
      <Working texts={texts} state={state} activations={activations} onFrom={see && ((from) => see({ from }))} />
      <p className="figure-summary" aria-live="polite">
        {summaryOf(texts, state, activations)}
      </p>
      <p className="figure-note">{fill(texts.about, { right: counted(TEST.right), images: counted(TEST.images) })}</p>
    </div>
  );
}
