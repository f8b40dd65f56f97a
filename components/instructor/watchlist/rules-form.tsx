import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSending } from '@/components/session/use-sending';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { WatchRule, WatchSettings } from '@/contracts/watchlist';

/** As the contract says; its module would bring zod into the page: the largest threshold, and the one of a rule turned on. */
const RULES: readonly [rule: WatchRule, most: number, usual: number][] = [
  ['inactive', 60, 5],
  ['behind', 100, 4],
  ['stuck', 100, 6],
  ['absent', 10, 3],
  ['hints', 200, 12],
];

/** From when on each rule names somebody, and whether it does at all. */
export function RulesForm({
  initial,
  isDisabled,
  onSave,
}: {
  initial: WatchSettings;
  isDisabled: boolean;
  onSave(settings: WatchSettings): Promise<void>;
}) {
  const t = useTranslations('instructor.watchlist.rules');
  const [on, setOn] = useState<Record<WatchRule, boolean>>(() => each((rule) => initial[rule] !== null));
  const [numbers, setNumbers] = useState<Record<WatchRule, string>>(() =>
    each((rule, usual) => String(initial[rule] ?? usual)),
  );
  const { isBusy, problem, run } = useSending();

  function save(event: FormEvent) {
    event.preventDefault();
    void run(() => onSave(each((rule) => (on[rule] ? Number(numbers[rule]) : null))));
  }

  return (
    <section aria-labelledby="rules" className="mt-12">
      <h2 id="rules" className="text-xl font-semibold">
        {t('title')}
      </h2>
      <p className="mt-2 max-w-measure text-muted">{t(isDisabled ? 'readOnly' : 'intro')}</p>
      <form onSubmit={save} className="mt-4">
        <fieldset disabled={isDisabled} className="border-t border-line">
          <legend className="sr-only">{t('title')}</legend>
          {RULES.map(([rule, most]) => (
            <div
              key={rule}
              data-rule={rule}
              className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-b border-line py-3"
            >
              <label className="flex min-h-11 items-center gap-3 font-semibold">
                <input
                  type="checkbox"
                  checked={on[rule]}
                  onChange={({ target }) => setOn({ ...on, [rule]: target.checked })}
                  className="size-5 shrink-0 accent-accent"
                />
                {t(`${rule}.name`)}
              </label>
              <input
                type="number"
                aria-label={t('from', { rule: t(`${rule}.name`) })}
                min={1}
                max={most}
                required
                disabled={!on[rule]}
                value={numbers[rule]}
                onChange={({ target }) => setNumbers({ ...numbers, [rule]: target.value })}
                className="min-h-11 w-20 rounded-md border border-edge bg-raised px-2 text-base tabular-nums disabled:opacity-50"
              />
              <p className="col-span-2 text-sm text-muted">
                {on[rule] ? t(`${rule}.text`, { count: Number(numbers[rule]) }) : t('off')}
              </p>
            </div>
          ))}
        </fieldset>
        {!isDisabled && (
          <Button type="submit" tone="primary" disabled={isBusy} className="mt-5">
            {t('save')}
          </Button>
        )}
        {problem !== null && (
          <div className="mt-4">
            <Notice tone="fail" live>
              {problem}
            </Notice>
          </div>
        )}
      </form>
    </section>
  );
}

function each<T>(make: (rule: WatchRule, usual: number) => T): Record<WatchRule, T> {
  return Object.fromEntries(RULES.map(([rule, , usual]) => [rule, make(rule, usual)])) as Record<WatchRule, T>;
}
