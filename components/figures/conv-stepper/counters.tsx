import { fill } from '../fill';
import { counted, shapeText } from '../shown';
import type { FigureTexts } from '../texts';
import { outSide } from './geometry';
import { type ConvState, costOfState, geometryOf } from './state';

/** Shapes, parameters and multiply-adds of the layer, and what a dense layer would need. */
export function Counters({ texts, state }: { texts: FigureTexts<'conv-stepper'>; state: ConvState }) {
  const { n, cin, cout, groups } = state;
  const geometry = geometryOf(state);
  const side = outSide(geometry);
  const { k } = geometry;
  const cost = costOfState(state);
  const perGroup = cin / groups;
  const facts = [
    [texts.inputShape, shapeText([n, n, cin]), ''],
    [texts.filterShape, shapeText([k, k, perGroup, cout]), ''],
    [texts.outputShape, shapeText([side, side, cout]), ''],
    [
      texts.weights,
      counted(cost.weights),
      `${k}·${k}·${perGroup}·${cout}; ${fill(texts.biases, { biases: cost.biases, all: counted(cost.weights + cost.biases) })}`,
    ],
    [texts.multiplyAdds, counted(cost.multiplyAdds), `${side}·${side}·${cout} × ${k}·${k}·${perGroup}`],
    [texts.dense, counted(cost.denseWeights), `${n}·${n}·${cin} × ${side}·${side}·${cout}`],
  ];
  return (
    <dl className="landscape-facts">
      {facts.map(([name, value, working]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {working && <span className="figure-note">{working}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
