import { ATTACHMENT } from './schema';
import type { Child, Element, Parent } from './tree';

const MENTION = /^user:([\w-]{1,64})$/;

/**
 * What is ours in user text: `@[Name](user:ID)` becomes a mention; an image that is not one of our attachments a link, so
 * that no foreign server learns who reads; a link leads to an address outside, from the root of this site, or within its
 * own text, whose ids begin with `prefix`. Runs before the text is sanitised.
 */
export function rehypeOwnParts({ prefix }: { prefix: string }) {
  const link = new RegExp(`^(?:https?:|mailto:|/|#${prefix})`, 'i');

  function visit(parent: Parent): void {
    parent.children = parent.children.flatMap((child, at): Child[] => {
      if (child.type !== 'element') return [child];
      visit(child);
      const own = child.tagName === 'img' ? ownImage(child) : child;
      if (own.tagName !== 'a') return [own];
      const href = String(own.properties.href ?? '');
      if (link.test(href)) return [own];
      const id = MENTION.exec(href)?.[1];
      const before = parent.children[at - 1];
      if (id === undefined || before?.type !== 'text' || !before.value.endsWith('@')) return own.children;
      before.value = before.value.slice(0, -1);
      return [{ ...own, tagName: 'span', properties: { dataMention: id } }];
    });
  }
  return visit;
}

function ownImage(image: Element): Element {
  const { src, alt } = image.properties;
  if (ATTACHMENT.test(String(src))) return image;
  const text = String(alt || src || '');
  return { type: 'element', tagName: 'a', properties: { href: src }, children: [{ type: 'text', value: text }] };
}
