'use client';

import { useTranslations } from 'next-intl';
import { withoutGradient } from '@/grading/diagnosis/without-gradient';
import type { SourceLocation, Thrown } from '@/grading/report';

/** What the learner's code threw, and the way to the line that did it. */
export function ThrownError({ thrown, onLocation }: { thrown: Thrown; onLocation(location: SourceLocation): void }) {
  return (
    <div className="rounded-md bg-surface p-3 font-mono text-xs">
      <p className="break-words">
        <span className="font-semibold text-fail">{thrown.name}</span>
        {thrown.message && `: ${thrown.message}`}
      </p>
      <GradientHint message={thrown.message} />
      {thrown.location && (
        <p className="mt-1.5">
          <LocationLink location={thrown.location} onLocation={onLocation} />
        </p>
      )}
      {thrown.stack && thrown.stack.length > 1 && (
        <ol className="mt-1.5 space-y-0.5 text-muted">
          {thrown.stack.map(({ fn, line, column }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: frames of a stack are their order
            <li key={at}>
              {fn} <LocationLink location={{ line, column }} onLocation={onLocation} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** What to do where the library has no gradient; nothing for any other error. */
export function GradientHint({ message }: { message: string }) {
  const t = useTranslations('report');
  const name = withoutGradient(message);
  return name === null ? null : <p className="mt-1.5 font-sans">{t('withoutGradient', { name })}</p>;
}

/** A place in the learner's own source; a press goes there. */
export function LocationLink({
  location,
  onLocation,
}: {
  location: SourceLocation;
  onLocation(location: SourceLocation): void;
}) {
  const t = useTranslations('report');
  return (
    <button
      type="button"
      className="font-sans text-xs text-accent underline underline-offset-2"
      onClick={() => onLocation(location)}
    >
      {t('location', { line: location.line, column: location.column })}
    </button>
  );
}
