'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { LogOverview } from '@/contracts/log';
import { showDay } from './show-day';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Weeks that are shown: a course and some. */
const [FEWEST, MOST] = [5, 12];
/** Characters from which a day has the next tone; per cent of ink in each. */
const STEPS = [1, 150, 400, 900];
const TONES = [0, 16, 32, 54, 76];
/** Tones on which text in the paper's colour is read better. */
const STRONG_FROM = 3;

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
const mondayOf = (number: number) => number - ((((number + 3) % 7) + 7) % 7);

function toneStyle(tone: number) {
  return {
    background: `color-mix(in oklab, var(--ink) ${TONES[tone]}%, var(--paper))`,
    color: tone >= STRONG_FROM ? 'var(--paper)' : 'var(--ink)',
  };
}

/** Days with a post as a table of weeks: darker where more was written. Days that have an entry open it. */
export function Calendar({ overview, onOpen }: { overview: LogOverview; onOpen(day: string): void }) {
  const t = useTranslations('log.calendar');
  const locale = useLocale();
  const { today, days, streak } = overview;
  const last = mondayOf(numberOf(today));
  const first = days[0] === undefined ? last : mondayOf(numberOf(days[0].day));
  const count = Math.min(MOST, Math.max(FEWEST, (last - first) / 7 + 1));
  const byDay = new Map(days.map((entry) => [entry.day, entry]));
  const rests = new Set(streak.rests);

  function cell(day: string) {
    const entry = byDay.get(day);
    const name = showDay(day, locale);
    const number = Number(day.slice(8));
    const common = `grid h-8 w-full min-w-7 place-items-center rounded-sm text-xs tabular-nums ${
      day === today ? 'outline-2 outline-offset-1 outline-accent outline-solid' : ''
    }`;
    if (entry === undefined) {
      const isRest = rests.has(day);
      return (
        <span className={`${common} ${day > today ? 'opacity-0' : 'text-muted'}`}>
          <span aria-hidden="true">{isRest ? '◇' : number}</span>
          <span className="sr-only">{t(isRest ? 'rest' : 'none', { day: name })}</span>
        </span>
      );
    }
    const tone = entry.posted ? STEPS.filter((step) => entry.size >= step).length : 0;
    return (
      <button
        type="button"
        onClick={() => onOpen(day)}
        aria-label={t(entry.posted ? 'posted' : 'draft', { day: name, size: entry.size })}
        style={toneStyle(tone)}
        className={`${common} cursor-pointer font-semibold hover:brightness-110 ${
          entry.posted ? '' : 'border border-dashed border-edge'
        }`}
      >
        {number}
      </button>
    );
  }

  return (
    <section aria-labelledby="log-calendar">
      <h2 id="log-calendar" className="text-sm font-bold">
        {t('title')}
      </h2>
      <table className="mt-2 w-full table-fixed border-separate border-spacing-1 text-center">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-14">
              <span className="sr-only">{t('week')}</span>
            </th>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" className="text-xs font-normal text-muted">
                {t(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: count }, (_, week) => {
            const monday = last - (count - 1 - week) * 7;
            return (
              <tr key={monday}>
                <th scope="row" className="text-left text-xs font-normal whitespace-nowrap text-muted">
                  {showDay(dayOf(monday), locale, 'short')}
                </th>
                {WEEKDAYS.map((weekday, at) => (
                  <td key={weekday} className="p-0">
                    {cell(dayOf(monday + at))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-1 flex items-center justify-end gap-1 text-xs text-muted" aria-hidden="true">
        {t('less')}
        {TONES.slice(1).map((tone, at) => (
          <span key={tone} className="size-3 rounded-sm" style={toneStyle(at + 1)} />
        ))}
        {t('more')}
      </p>
    </section>
  );
}
