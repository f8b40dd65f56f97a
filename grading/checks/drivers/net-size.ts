import type { NetFunctions, Switches } from '@/grading/training/trainer';

/** @returns how many numbers a new net learns: `parameters` */
export function drive(
  { createNet }: { createNet: NetFunctions['createNet'] },
  rng: () => number,
  switches: Switches,
): { parameters: number } {
  const { parameters } = createNet(rng, switches);
  return { parameters: Object.values(parameters).reduce((sum, { size }) => sum + size, 0) };
}
