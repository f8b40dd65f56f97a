'use client';

import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { radarInitial, radarUrl } from './radar';
import { RadarView } from './view';

/** The self-assessment radar with its controls on. */
export function SkillRadar({ texts }: { texts: FigureTexts<'skill-radar'> }) {
  const [levels, setLevels] = useUrlState(radarInitial, radarUrl);
  return <RadarView texts={texts} levels={levels} onChange={setLevels} />;
}
