import type { MouseEvent } from 'react';
import { marked, type Piece, snippet } from './marks';
import type { Recent } from './recent';

/** One result: what it is, its title and place, and the words around what was asked for. */
export function SearchOption(props: {
  id: string;
  option: Recent & { text?: string };
  query: string;
  kind: string;
  isActive: boolean;
  onPoint: () => void;
  onClick: (event: MouseEvent) => void;
}) {
  const { option, query } = props;
  return (
    <a
      id={props.id}
      role="option"
      aria-selected={props.isActive}
      tabIndex={-1}
      href={option.href}
      onPointerMove={props.onPoint}
      onClick={props.onClick}
      className="block scroll-my-2 border-l-3 border-transparent px-5 py-2.5 aria-selected:border-accent aria-selected:bg-surface"
    >
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">
          <Marked pieces={marked(option.title, query)} />
        </span>
        <span className="text-xs text-muted">{[props.kind, option.place].filter(Boolean).join(' · ')}</span>
      </span>
      {option.text && (
        <span className="mt-0.5 block text-sm break-words text-muted">
          <Marked pieces={snippet(option.text, query)} />
        </span>
      )}
    </a>
  );
}

function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, hit }, index) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces are made anew with each query and have no identity
      <mark key={index} className="bg-accent-soft text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
