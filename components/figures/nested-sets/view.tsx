import type { PointerEvent, ReactNode } from 'react';
import { Button, Select } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { CARDS, type Card, type CardId, type Placement, REGIONS, type Region, scoreOf, verdictOn } from './cards';

/** What a card can be dragged by; the live figure alone has it. */
export type CardHandlers = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
};

/**
 * Sets within sets, the cards in them, and below a select per card: the way to place one by keyboard, or by a finger
 * without dragging. Without `onPlace` it is the first frame, with its controls off.
 *
 * @param last the card that was placed last; it is told whether it lies right
 */
export function SetsView(props: {
  texts: FigureTexts<'nested-sets'>;
  placement: Placement;
  last: CardId | null;
  onPlace?: (id: CardId, region: Region | null) => void;
  onReset?: () => void;
  dragging?: (id: CardId) => CardHandlers;
}) {
  const { texts, placement, last, onPlace, dragging } = props;
  const cardsIn = (region: Region | null) =>
    CARDS.filter(({ id }) => (placement[id] ?? null) === region).map((card) => (
      <span
        key={card.id}
        className="sets-card"
        data-card={card.id}
        data-verdict={verdictOn(card, placement) ?? undefined}
        {...dragging?.(card.id)}
      >
        {texts.card[card.id]}
        {verdictOn(card, placement) === 'right' && ' ✓'}
      </span>
    ));
  const nest = ([region, ...inner]: readonly Region[]): ReactNode =>
    region && (
      <div className="sets-region" data-region={region}>
        <span className="sets-name">{texts.region[region]}</span>
        {cardsIn(region)}
        {nest(inner)}
      </div>
    );
  const { right, placed } = scoreOf(placement);
  return (
    <div className="nested-sets">
      <div role="img" aria-label={described(texts, placement)}>
        {nest(REGIONS)}
        <div className="sets-tray" data-region="none">
          {cardsIn(null)}
        </div>
      </div>
      <div className="figure-controls">
        {CARDS.map(({ id }) => (
          <Select<Region | 'none'>
            key={id}
            label={texts.card[id]}
            value={placement[id] ?? 'none'}
            options={[
              { value: 'none', label: texts.unplaced },
              ...REGIONS.map((region) => ({ value: region, label: texts.choice[region] })),
            ]}
            onChange={onPlace && ((value) => onPlace(id, value === 'none' ? null : value))}
          />
        ))}
      </div>
      <p className="figure-summary boundary-summary" aria-live="polite">
        {feedback(texts, placement, last)} {fill(texts.score, { right, placed, of: CARDS.length })}
      </p>
      <div className="figure-buttons">
        <Button onPress={props.onReset} disabled={placed === 0}>
          {texts.reset}
        </Button>
      </div>
    </div>
  );
}

const named = (texts: FigureTexts<'nested-sets'>, cards: readonly Card[]) =>
  cards.map(({ id }) => texts.card[id]).join(', ');

/** The picture in words: who lies where. */
function described(texts: FigureTexts<'nested-sets'>, placement: Placement): string {
  const regions = REGIONS.map((region) => {
    const cards = CARDS.filter(({ id }) => placement[id] === region);
    return `${texts.choice[region]}: ${cards.length === 0 ? texts.empty : named(texts, cards)}.`;
  });
  return `${texts.picture} ${regions.join(' ')}`;
}

/** The question at each border, from the outside in. */
const BORDERS = ['decides', 'learns', 'deep'] as const;

/** What is said of the card that was placed last: the border that it should still cross, or should not have. */
function feedback(texts: FigureTexts<'nested-sets'>, placement: Placement, last: CardId | null): string {
  const card = CARDS.find(({ id }) => id === last);
  const region = last && placement[last];
  const verdict = card && verdictOn(card, placement);
  if (!card || !region || !verdict) return texts.start;
  const depth = REGIONS.indexOf(region);
  const said = {
    right: () => `✓ ${texts.why[card.id]}`,
    'further-in': () => `✗ ${texts.further[BORDERS[depth] ?? 'deep']}`,
    'further-out': () => `✗ ${texts.notSoFar[BORDERS[depth - 1] ?? 'decides']}`,
  };
  return `${texts.card[card.id]}: ${said[verdict]()}`;
}
