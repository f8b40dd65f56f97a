import type { Fixture } from './fixture';
import { gradeInPage } from './judge';
import type { Library } from './library';
import type { CheckResult, Report, SecondOpinion, TensorComparison } from './report';
import type { Runner } from './task';

/** Errors up to so many times the tolerance are what another order of rounding can make. */
const ROUNDING = 10;

const isWrong = ({ passed, failing }: TensorComparison) => !passed && failing > 0;

/** Failed by the values of a tensor: what a device could have caused. */
const byValues = ({ outcome, tensors = [] }: CheckResult) => outcome === 'failed' && tensors.some(isWrong);

function isRounding({ maxError, atol, rtol, worst = [] }: TensorComparison): boolean {
  const finite = worst.every(({ actual }) => Number.isFinite(Number(actual)));
  const largest = Math.max(0, ...worst.map(({ expected }) => Math.abs(Number(expected))));
  return finite && maxError !== null && maxError <= ROUNDING * (atol + rtol * largest);
}

/**
 * What a check's failure on one device is worth, when the same code was run on the CPU.
 *
 * @returns undefined where the CPU cannot say, for example because it failed in another way.
 */
export function compareDevices(onDevice: CheckResult, onCpu: CheckResult | undefined): SecondOpinion | undefined {
  const wrong = (onDevice.tensors ?? []).filter(isWrong);
  const elements = wrong.flatMap(({ label, worst = [] }) => worst.map(({ index }) => ({ label, index })));
  if (!onCpu || onCpu.outcome === 'skipped') return undefined;
  if (onCpu.outcome !== 'passed') return byValues(onCpu) ? { verdict: 'bug', elements } : undefined;
  return { verdict: wrong.every(isRounding) ? 'rounding' : 'fault', elements };
}

/**
 * Runs what failed by its values on another device once more on the CPU, and adds to each such check whether the device
 * rounds, the device is at fault, or the code is wrong.
 *
 * @param cpu a runner on the CPU backend.
 */
export async function withSecondOpinion(
  fixture: Fixture,
  source: string,
  report: Report,
  cpu: Runner,
  library?: Library,
): Promise<Report> {
  const failed = new Set(report.checks.filter(byValues).map(({ id }) => id));
  if (report.device.backend === 'cpu' || failed.size === 0) return report;
  const checks = fixture.checks.filter(({ id }) => failed.has(id)).map((check) => ({ ...check, requires: [] }));
  const again = await gradeInPage({ ...fixture, checks }, source, cpu, { library });
  return {
    ...report,
    checks: report.checks.map((check) => {
      const secondOpinion = failed.has(check.id)
        ? compareDevices(
            check,
            again.checks.find(({ id }) => id === check.id),
          )
        : undefined;
      return secondOpinion ? { ...check, secondOpinion } : check;
    }),
  };
}
