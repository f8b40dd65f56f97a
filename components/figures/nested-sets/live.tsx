'use client';

import { useState } from 'react';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { type CardId, REGIONS, type Region } from './cards';
import { setsInitial, setsUrl } from './state';
import { useCardDrag } from './use-card-drag';
import { SetsView } from './view';

/** The nested sets with cards that can be dragged and selects that do the same. */
export function NestedSets({ texts }: { texts: FigureTexts<'nested-sets'> }) {
  const [placement, setPlacement] = useUrlState(setsInitial, setsUrl);
  const [last, setLast] = useState<CardId | null>(null);
  const place = (id: CardId, region: Region | null) => {
    const { [id]: _, ...others } = placement;
    setPlacement(region ? { ...others, [id]: region } : others);
    setLast(id);
  };
  const dragging = useCardDrag((id, target) => place(id, REGIONS.find((region) => region === target) ?? null));
  const reset = () => {
    setPlacement(setsInitial);
    setLast(null);
  };
  return (
    <SetsView texts={texts} placement={placement} last={last} onPlace={place} onReset={reset} dragging={dragging} />
  );
}
