'use client';

import { useState } from 'react';
import type { FigureTexts } from '../texts';
import { useUrlState } from '../use-url-state';
import { toCode } from './code';
import { toCsv } from './csv';
import type { Choice } from './families';
import { archInitial, archUrl, compared, toggled, withChoice, withFamily } from './state';
import { ArchView } from './view';
import { walk } from './walk';

/** Hands a text to the browser as a file to keep. */
function save(name: string, type: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}

const fileName = ({ family, variant, side, width }: Choice) => `${family}-${variant}-${side}-x${width}.csv`;

/** The architecture explorer with its controls on. */
export function ArchitectureExplorer({ texts }: { texts: FigureTexts<'architecture-explorer'> }) {
  const [state, setState] = useUrlState(archInitial, archUrl);
  const [coded, setCoded] = useState<number | null>(null);
  const [said, setSaid] = useState('');

  const choice = coded === null ? undefined : state.nets[coded];
  const code = coded !== null && choice && !walk(choice).misfit ? { net: coded, text: toCode(choice), said } : null;
  const set = (next: typeof state) => {
    setSaid('');
    setState(next);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code?.text ?? '');
      setSaid(texts.copied);
    } catch {
      setSaid(texts.notCopied);
    }
  };
  return (
    <ArchView
      texts={texts}
      state={state}
      code={code}
      on={{
        family: (net, family) => set(withFamily(state, net, family)),
        choice: (net, change) => set(withChoice(state, net, change)),
        open: (net, stage) => setState(toggled(state, net, stage)),
        compare: () => {
          if (coded === 1) setCoded(null);
          set(compared(state));
        },
        scale: () => setState({ ...state, scale: state.scale === 'own' ? 'shared' : 'own' }),
        csv: (net) => {
          const chosen = state.nets[net];
          if (chosen) save(fileName(chosen), 'text/csv', toCsv(walk(chosen)));
        },
        code: (net) => {
          setSaid('');
          setCoded(coded === net ? null : net);
        },
        copy,
        reset: () => {
          setCoded(null);
          set(archInitial);
        },
      }}
    />
  );
}
