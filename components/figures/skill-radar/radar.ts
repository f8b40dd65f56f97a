import type { UrlFormat } from '../use-url-state';

/** What a deep learner grows in, clockwise from the top. */
export const SKILLS = ['code', 'algebra', 'calculus', 'probability', 'papers', 'team'] as const;
export type Skill = (typeof SKILLS)[number];

/** One's own estimate of each, 0 to 4. */
export type Levels = Record<Skill, number>;

export const LEVEL = { min: 0, max: 4, step: 1 };
/** What each level means, from 0 to 4. */
export const LEVEL_NAMES = ['new', 'seen', 'helped', 'alone', 'teach'] as const;

export const radarInitial: Levels = { code: 2, algebra: 2, calculus: 2, probability: 2, papers: 2, team: 2 };

/**
 * Where a level lies on its spoke: the centre is (0, 0), level 4 has radius 1, y grows downwards.
 *
 * @param index place of the skill in `SKILLS`; the first spoke points up
 */
export function pointOf(index: number, level: number): [x: number, y: number] {
  const angle = (2 * Math.PI * index) / SKILLS.length;
  const radius = level / LEVEL.max;
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
}

/** The skills with the lowest level. All of them when all are equal. */
export function weakest(levels: Levels): Skill[] {
  const least = Math.min(...SKILLS.map((skill) => levels[skill]));
  return SKILLS.filter((skill) => levels[skill] === least);
}

/** `231204`: a digit per skill. */
export const radarUrl: UrlFormat<Levels> = {
  parameter: 'skills',
  format: (levels) => SKILLS.map((skill) => levels[skill]).join(''),
  parse: (text) => {
    if (text.length !== SKILLS.length || !/^[0-4]*$/.test(text)) return null;
    const level = (skill: Skill) => Number(text[SKILLS.indexOf(skill)]);
    return {
      code: level('code'),
      algebra: level('algebra'),
      calculus: level('calculus'),
      probability: level('probability'),
      papers: level('papers'),
      team: level('team'),
    };
  },
};
