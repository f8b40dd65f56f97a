'use client';

import { useWindowVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import {
  type ComponentProps,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';
import type { Post, Thread } from '@/contracts/discussion';
import { PostItem } from './post-item';

export interface PostListHandle {
  jump(number: number): void;
}

/** Height of a post before it is measured, in pixels. */
const GUESS = 150;
/** What sticks to the upper and the lower edge of the window, in pixels. */
const ABOVE = 88;
const BELOW = 72;

/**
 * Whether the window follows when a post changes its height, so that what one reads stays where it is: above what one reads,
 * which begins under the site's header. Markup, fonts and images come after the words, so a post may change several times.
 */
function keepsPlace({ start, size, end }: VirtualItem, _: number, list: Virtualizer<Window, Element>): boolean {
  const top = (list.scrollOffset ?? 0) + ABOVE;
  const isMeasured = size !== GUESS;
  return isMeasured ? end <= top && list.scrollDirection !== 'backward' : start < top;
}

/**
 * The posts of a thread, in the window's own scrolling. Only what is near the window is in the page, however many there
 * are; it opens at `start`.
 */
export function PostList({
  ref,
  thread,
  posts,
  start,
  onNeed,
  onRead,
  ...item
}: {
  ref: React.Ref<PostListHandle>;
  thread: Thread;
  posts: ReadonlyMap<number, Post>;
  start: number;
  onNeed(from: number, to: number): void;
  onRead(number: number): void;
} & Omit<ComponentProps<typeof PostItem>, 'post' | 'thread' | 'onJump' | 'ref'>) {
  const t = useTranslations('discussion.thread');
  const list = useRef<HTMLOListElement>(null);
  const [margin, setMargin] = useState(0);
  const measured = useRef(0);
  const [firstUnread] = useState(thread.unread > 0 ? thread.lastRead + 1 : null);
  const [lit, setLit] = useState<number | null>(null);

  const virtual = useWindowVirtualizer({
    count: thread.posts,
    estimateSize: () => GUESS,
    overscan: 6,
    scrollMargin: margin,
    scrollPaddingStart: ABOVE,
    scrollPaddingEnd: BELOW,
    // Otherwise the first posts of all would be drawn and asked for before the one that it opens at.
    ...(start > 1 && { initialOffset: (start - 1) * GUESS }),
  });
  virtual.shouldAdjustScrollPositionOnItemSizeChange = keepsPlace;
  const items = virtual.getVirtualItems();
  const from = (items[0]?.index ?? 0) + 1;
  const to = (items.at(-1)?.index ?? -1) + 1;
  const bottom = (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0) - BELOW / 2;
  const lastVisible = (items.findLast(({ start: top }) => top < bottom - 30)?.index ?? -1) + 1;

  // The head above has a height of its own, which a heat-map or a font may change late: who is below it stays where they are.
  useLayoutEffect(() => {
    const measure = () => {
      const next = (list.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      const grown = next - measured.current;
      if (measured.current > 0 && window.scrollY + ABOVE > measured.current) window.scrollBy(0, grown);
      measured.current = next;
      setMargin(next);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (list.current?.parentElement) observer.observe(list.current.parentElement);
    // The browser would keep the place too, and the page move twice.
    document.documentElement.style.overflowAnchor = 'none';
    return () => {
      observer.disconnect();
      document.documentElement.style.overflowAnchor = '';
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what came or went may leave a gap
  useEffect(() => {
    if (to > 0) onNeed(from, to);
  }, [from, to, onNeed, thread.posts, posts]);

  const isLoaded = posts.has(lastVisible);
  useEffect(() => {
    if (isLoaded && document.visibilityState === 'visible') onRead(lastVisible);
  }, [isLoaded, lastVisible, onRead]);
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && isLoaded && onRead(lastVisible);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [isLoaded, lastVisible, onRead]);

  const jump = useCallback(
    (number: number, align: 'start' | 'end' = 'start') => virtual.scrollToIndex(number - 1, { align }),
    [virtual],
  );
  const onJump = useCallback((number: number) => jump(number), [jump]);
  useImperativeHandle(ref, () => ({
    jump(number) {
      jump(number);
      setLit(number);
    },
  }));

  // Once, when the first posts are here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page opens once
  useLayoutEffect(() => {
    if (start > 1) jump(start, start === thread.posts && firstUnread === null ? 'end' : 'start');
  }, [margin > 0]);

  const below = thread.posts - Math.max(lastVisible, thread.lastRead);
  return (
    <>
      <ol
        ref={list}
        className="relative mt-6 w-full"
        style={{ height: virtual.getTotalSize() }}
        data-posts={thread.posts}
      >
        {items.map(({ index, key, start: top }) => {
          const number = index + 1;
          const post = posts.get(number);
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-number={number}
              aria-posinset={number}
              aria-setsize={thread.posts}
              className={`absolute inset-x-0 top-0 border-t border-line ${lit === number ? 'bg-accent-soft' : ''}`}
              style={{ transform: `translateY(${top - virtual.options.scrollMargin}px)` }}
            >
              {number === firstUnread && (
                <p className="flex items-center gap-3 pt-2 text-xs font-semibold text-accent">
                  {t('newPosts')} <span className="h-px flex-1 bg-accent" />
                </p>
              )}
              {post ? (
                <PostItem key={post.id} {...item} post={post} thread={thread} onJump={onJump} />
              ) : (
                <div aria-busy className="py-4 text-xs text-muted" style={{ minHeight: GUESS }}>
                  #{number}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {below > 0 && lastVisible < thread.posts && (
        <div className="pointer-events-none fixed inset-x-0 bottom-20 z-30 flex justify-center">
          <Button
            tone="primary"
            size="small"
            className="pointer-events-auto shadow-float"
            onClick={() => jump(Math.max(thread.lastRead, lastVisible) + 1)}
          >
            {t('jump', { count: below })} <span aria-hidden>↓</span>
          </Button>
        </div>
      )}
    </>
  );
}
