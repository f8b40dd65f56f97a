function demand(ok: boolean, rule: string): void {
  if (!ok) throw new RangeError(`earlyStop: ${rule}`);
}

type Best = { loss: number; epoch: number };

/** The best after each epoch first; then the first epoch that lies patience behind its best. */
export const earlyStop = (valLosses: readonly number[], o: { patience: number; minDelta?: number }) => {
  const delta = o.minDelta ?? 0;
  demand(valLosses.length !== 0, 'valLosses has to hold a loss, got none');
  demand(o.patience >= 1 && o.patience % 1 === 0, `patience has to be a count, got ${o.patience}`);
  demand(delta >= 0, `minDelta has to be at least 0, got ${delta}`);

  const bests: Best[] = [];
  valLosses.forEach((loss, epoch) => {
    const before = bests.at(-1) ?? { loss: Number.POSITIVE_INFINITY, epoch: -1 };
    bests.push(before.loss - loss > delta ? { loss, epoch } : before);
  });
  const late = bests.findIndex(({ epoch }, now) => now - epoch >= o.patience);
  const stopEpoch = late === -1 ? bests.length - 1 : late;
  return { bestEpoch: bests[stopEpoch]?.epoch ?? -1, stopEpoch, stopped: late !== -1 };
};
