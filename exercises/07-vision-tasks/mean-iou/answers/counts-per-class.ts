function demand(ok: boolean, rule: string): void {
  if (!ok) throw new RangeError(`meanIou: ${rule}`);
}

/** Counts intersections and unions of each class directly; the matrix is filled beside them. */
export const meanIou = (pred: readonly number[], truth: readonly number[], K: number, ignore: number = 255) => {
  demand(K >= 1 && Math.floor(K) === K, `K needs to be a count, got ${K}`);
  demand(pred.length === truth.length, `truth needs as many entries as pred, got ${truth.length}`);
  const classes = [...Array(K).keys()];
  const [both, either] = [classes.map(() => 0), classes.map(() => 0)];
  const confusion = classes.map(() => classes.map(() => 0));
  const add = (counts: number[], k: number) => {
    counts[k] = (counts[k] ?? 0) + 1;
  };
  let [hits, seen] = [0, 0];
  for (let i = 0; i < pred.length; i++) {
    const [p, t] = [pred[i] as number, truth[i] as number];
    demand(classes.includes(p), `pred holds no class, got ${p}`);
    if (t === ignore) continue;
    demand(classes.includes(t), `truth holds no class, got ${t}`);
    add(confusion[t] as number[], p);
    add(either, t);
    seen += 1;
    if (p === t) {
      add(both, t);
      hits += 1;
    } else add(either, p);
  }
  const iou = classes.map((k) => (both[k] as number) / (either[k] as number));
  const present = classes.filter((k) => (either[k] as number) > 0);
  const miou = present.reduce((total, k) => total + (iou[k] as number), 0) / present.length;
  return { confusion, iou, miou, accuracy: hits / seen };
};
