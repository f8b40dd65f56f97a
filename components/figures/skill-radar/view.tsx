import { Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { LEVEL, LEVEL_NAMES, type Levels, pointOf, SKILLS, weakest } from './radar';

const RADIUS = 70;
const at = (index: number, level: number) =>
  pointOf(index, level)
    .map((part) => (RADIUS * part).toFixed(1))
    .join(' ');
const ring = (level: (index: number) => number) => `M${SKILLS.map((_, i) => at(i, level(i))).join('L')}Z`;

/** The radar as drawn for one state; without `onChange` it is the first frame, with its controls off. */
export function RadarView(props: {
  texts: FigureTexts<'skill-radar'>;
  levels: Levels;
  onChange?: (levels: Levels) => void;
}) {
  const { texts, levels, onChange } = props;
  const low = weakest(levels);
  const summary =
    low.length === SKILLS.length
      ? texts.even
      : `${fill(texts.start, { skills: low.map((skill) => texts.skills[skill]).join(', ') })} ${texts.advice[low[0] ?? 'code']}`;
  return (
    <div className="skill-radar boundary">
      <svg
        viewBox="-125 -88 250 176"
        role="img"
        aria-label={SKILLS.map((skill) => `${texts.skills[skill]} ${levels[skill]}`).join(', ')}
      >
        {[1, 2, 3, 4].map((level) => (
          <path key={level} className="figure-axis radar-ring" d={ring(() => level)} />
        ))}
        <path className="radar-shape" d={ring((i) => levels[SKILLS[i] ?? 'code'])} />
        {SKILLS.map((skill, i) => {
          const [x, y] = pointOf(i, 4.4);
          return (
            <text
              key={skill}
              className="figure-tick"
              x={RADIUS * x}
              y={RADIUS * y + 4}
              textAnchor={Math.abs(x) < 0.1 ? 'middle' : x > 0 ? 'start' : 'end'}
            >
              {texts.short[skill]}
            </text>
          );
        })}
      </svg>
      <div className="boundary-side">
        {SKILLS.map((skill) => (
          <Slider
            key={skill}
            label={texts.skills[skill]}
            value={levels[skill]}
            {...LEVEL}
            text={texts.levels[LEVEL_NAMES[levels[skill]] ?? 'new']}
            onChange={onChange && ((level) => onChange({ ...levels, [skill]: level }))}
          />
        ))}
      </div>
      <p className="figure-summary boundary-summary" aria-live="polite">
        {summary}
      </p>
    </div>
  );
}
