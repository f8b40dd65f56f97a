import { Select, Slider } from '../controls';
import { fill } from '../fill';
import type { FigureTexts } from '../texts';
import { type Choice, FAMILIES, FAMILY_NAMES, type FamilyName } from './families';
import { SIDE_RANGE, WIDTH_RANGE } from './state';

/** Which net, and what is changed about it. */
export function NetSettings(props: {
  texts: FigureTexts<'architecture-explorer'>;
  /** 1 or 2. */
  place: number;
  choice: Choice;
  onFamily?: (family: FamilyName) => void;
  onChange?: (change: Partial<Omit<Choice, 'family'>>) => void;
}) {
  const { texts, place, choice, onFamily, onChange } = props;
  const { side: ownSide, variants } = FAMILIES[choice.family];
  return (
    <fieldset className="arch-settings">
      <legend className="visually-hidden">{fill(texts.settings, { place })}</legend>
      <Select<FamilyName>
        label={texts.net}
        value={choice.family}
        options={FAMILY_NAMES.map((value) => ({ value, label: FAMILIES[value].name }))}
        onChange={onFamily}
      />
      <Select<string>
        label={texts.version}
        value={choice.variant}
        options={variants.map((variant) => ({ value: variant.id, label: variant.name }))}
        onChange={variants.length > 1 ? onChange && ((variant) => onChange({ variant })) : undefined}
      />
      <Slider
        label={fill(texts.side, { side: ownSide })}
        value={choice.side}
        {...SIDE_RANGE}
        text={`${choice.side}×${choice.side}`}
        onChange={onChange && ((side) => onChange({ side }))}
      />
      <Slider
        label={texts.width}
        value={choice.width}
        {...WIDTH_RANGE}
        text={`×${choice.width}`}
        onChange={onChange && ((width) => onChange({ width }))}
      />
    </fieldset>
  );
}
