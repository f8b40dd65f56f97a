import { MatchQuickCheck } from './match-quick-check';
import { OrderQuickCheck } from './order-quick-check';
import { NumberQuickCheck, QuickCheck } from './quick-check';
import { SpotTheMistake } from './spot-the-mistake';

/** The components that ask something and keep the answer under their `id`. */
export const quickCheckKinds = { MatchQuickCheck, NumberQuickCheck, OrderQuickCheck, QuickCheck, SpotTheMistake };
