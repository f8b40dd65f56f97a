'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { buttonStyle } from '@/components/ui/button-style';
import type { ReactionCount, ShownPost } from '@/contracts/discussion';
import { react } from './discussion-api';

/** In the order of the contract. */
const SIGNS: Record<ReactionCount['kind'], string> = {
  like: '👍',
  thanks: '🙏',
  insight: '💡',
  same: '🤝',
  celebrate: '🎉',
  confused: '🤔',
};
const KINDS = Object.keys(SIGNS) as ReactionCount['kind'][];

/** How readers took a post. A press shows at once and is taken back where the server refuses it. */
export function Reactions({ post, onChange }: { post: ShownPost; onChange(post: ShownPost): void }) {
  const t = useTranslations('discussion.reactions');
  const [isOpen, setIsOpen] = useState(false);
  const mine = new Set(post.reactions.filter(({ isMine }) => isMine).map(({ kind }) => kind));

  async function toggle(kind: ReactionCount['kind']) {
    setIsOpen(false);
    const on = !mine.has(kind);
    onChange({ ...post, reactions: withMine(post.reactions, kind, on) });
    try {
      onChange({ ...post, reactions: await react(post.id, kind, on) });
    } catch {
      onChange(post);
    }
  }

  if (post.reactions.length === 0 && !post.may.react) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {post.reactions.map(({ kind, count, isMine }) => (
        <button
          key={kind}
          type="button"
          disabled={!post.may.react}
          aria-pressed={isMine}
          aria-label={t('count', { kind: t(kind), count })}
          onClick={() => toggle(kind)}
          className={`inline-flex min-h-7 items-center gap-1 rounded-full border px-2 text-xs ${isMine ? 'border-accent bg-accent-soft' : 'border-line'}`}
        >
          <span aria-hidden>{SIGNS[kind]}</span> {count}
        </button>
      ))}
      {post.may.react && (
        <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
          <Button aria-label={t('add')} className={`${buttonStyle('plain', 'small')} text-muted`}>
            <span aria-hidden>☺︎+</span>
          </Button>
          <Popover className="rounded-md border border-line bg-raised p-1 shadow-float">
            <Dialog aria-label={t('add')} className="flex outline-none">
              {KINDS.map((kind) => (
                <Button
                  key={kind}
                  aria-label={t(kind)}
                  onPress={() => toggle(kind)}
                  className={`${buttonStyle('plain', 'small')} text-base ${mine.has(kind) ? 'bg-accent-soft' : ''}`}
                >
                  <span aria-hidden>{SIGNS[kind]}</span>
                </Button>
              ))}
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
    </div>
  );
}

function withMine(reactions: readonly ReactionCount[], kind: ReactionCount['kind'], on: boolean): ReactionCount[] {
  return KINDS.flatMap((one) => {
    const found = reactions.find((reaction) => reaction.kind === one);
    if (one !== kind) return found ? [found] : [];
    const count = (found?.count ?? 0) + (on ? 1 : -1);
    return count > 0 ? [{ kind, count, isMine: on }] : [];
  });
}
