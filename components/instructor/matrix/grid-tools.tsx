import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Titled } from './cohort-matrix';

/** What of a cohort's grid is shown; null: all teams, all units. */
export interface GridFilter {
  query: string;
  team: string | null;
  unit: string | null;
}

const FIELD = 'min-h-10 rounded-md border border-edge bg-raised px-3 text-sm';

/** Narrows a cohort's grid by name, team and unit; `first` and `children` stand before and after. */
export function GridTools({
  grid,
  units,
  filter,
  change,
  first,
  children,
}: {
  grid: { teams: readonly { id: string; name: string }[]; exercises: readonly { id: string }[] };
  units: readonly Titled[];
  filter: GridFilter;
  change: (part: Partial<GridFilter>) => void;
  first?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('instructor.matrix');
  const present = new Set(grid.exercises.map(({ id }) => id.split('/')[0]));
  return (
    <search className="mt-4 flex flex-wrap items-end gap-3">
      {first}
      <label className="flex flex-col gap-1 text-sm font-semibold">
        {t('name')}
        <input
          type="search"
          value={filter.query}
          onChange={(event) => change({ query: event.target.value })}
          className={`${FIELD} w-48 font-normal`}
        />
      </label>
      {grid.teams.length > 0 && (
        <Choice label={t('team')} value={filter.team ?? ''} onChange={(team) => change({ team: team || null })}>
          <option value="">{t('allTeams')}</option>
          {grid.teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      <Choice label={t('unit')} value={filter.unit ?? ''} onChange={(unit) => change({ unit: unit || null })}>
        <option value="">{t('allUnits')}</option>
        {units
          .filter(({ id }) => present.has(id))
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
      </Choice>
      {children}
    </search>
  );
}

export function Choice({
  label,
  value,
  onChange,
  children,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <label className="flex max-w-full min-w-0 flex-col gap-1 text-sm font-semibold">
      {label}
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${FIELD} max-w-full font-normal`}
      >
        {children}
      </select>
    </label>
  );
}
