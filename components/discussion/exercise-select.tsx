import type { ExerciseChoice } from './exercise-names';

/** Chooses an exercise, or none. `none`: what the empty choice says. */
export function ExerciseSelect({
  label,
  none,
  value,
  exercises,
  onChange,
}: {
  label: string;
  none: string;
  value: string | null;
  exercises: readonly ExerciseChoice[];
  onChange(exercise: string | null): void;
}) {
  return (
    <label className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
      {label}
      <select
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || null)}
        className="max-w-44 min-w-0 rounded-sm border border-edge bg-raised px-1.5 py-1 text-ink"
      >
        <option value="">{none}</option>
        {exercises.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
