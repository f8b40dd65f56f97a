import 'server-only';

const LINKS = /<([^>]*)>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s,;"]+))*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/i;

/**
 * The target of the first link with `rel="next"` in a `Link` header (RFC 8288), as it stands there; null where there is none.
 * @example nextLink('<https://school.test/members?page=2>; rel="next"') // 'https://school.test/members?page=2'
 */
export function nextLink(header: string | null): string | null {
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(LINKS)) {
    const [, quoted, token] = REL.exec(parameters) ?? [];
    const relations = (quoted ?? token ?? '').toLowerCase().split(/\s+/);
    if (relations.includes('next')) return target;
  }
  return null;
}
