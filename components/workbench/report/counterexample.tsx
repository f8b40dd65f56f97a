import { useTranslations } from 'next-intl';
import type { CheckResult } from '@/grading/report';
import type { WireValue } from '@/grading/task';
import { formatValue } from './format-value';

/** The arguments on which a property failed, as simple as the runner could make them. */
export function Counterexample({ inputs }: { inputs: NonNullable<CheckResult['counterexample']> }) {
  const t = useTranslations('report');
  return (
    <div>
      <p className="text-xs font-semibold text-muted">{t('counterexample')}</p>
      <dl className="mt-1 overflow-x-auto rounded-md bg-surface px-3 py-2 font-mono text-xs">
        {inputs.map(({ name, value }) => (
          <div key={name} className="flex gap-2">
            <dt className="font-semibold">{name} =</dt>
            <dd className="whitespace-pre">{formatValue(value as WireValue)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
