/**
 * Performance, measured and never asserted: `npm run bench -- [PREFIX…] [--json]`. A bench is a file beside this one with
 * `export const names` (prefixes of what it measures) and `export function measure(): Promise<Measurement[]>`. Absolute
 * times mean little on a shared machine; ratios compare both sides within one run.
 */
import { readdirSync } from 'node:fs';
import type { Measurement } from './measurement';

const args = process.argv.slice(2);
const json = args.includes('--json');
const prefixes = args.filter((arg) => !arg.startsWith('--'));
const wanted = (name: string) =>
  prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix) || prefix.startsWith(name));

const results: Measurement[] = [];
for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'))) {
  const bench: { names: string[]; measure: () => Promise<Measurement[]> } = await import(`./${file}`);
  if (!bench.names.some(wanted)) continue;
  if (!json) console.error(`measuring ${bench.names.join(', ')} …`);
  results.push(...(await bench.measure()).filter(({ name }) => wanted(name)));
}

if (json) console.log(JSON.stringify(results, null, 2));
else
  for (const { name, value, unit, runs, min, max, note } of results)
    console.log(`${name.padEnd(36)} ${String(value).padStart(9)} ${unit.padEnd(8)} ${min}–${max} of ${runs}  ${note}`);
process.exit(0);
