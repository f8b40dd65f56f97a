import type { UrlFormat } from '../use-url-state';
import { CARD_IDS, type Placement, REGIONS } from './cards';

export const setsInitial: Placement = {};

/** One letter per region, `-` for a card that was not placed. */
const LETTERS = ['o', 'a', 'm', 'd'];

/** `oam-dd`: the regions of the cards in their order. */
export const setsUrl: UrlFormat<Placement> = {
  parameter: 'sets',
  format: (placement) =>
    CARD_IDS.map((id) => {
      const region = placement[id];
      return region ? LETTERS[REGIONS.indexOf(region)] : '-';
    }).join(''),
  parse: (text) => {
    if (text.length !== CARD_IDS.length || !/^[-oamd]*$/.test(text)) return null;
    return Object.fromEntries(
      CARD_IDS.flatMap((id, i) => {
        const region = REGIONS[LETTERS.indexOf(text[i] ?? '-')];
        return region ? [[id, region]] : [];
      }),
    );
  },
};
