import { notFound } from 'next/navigation';

// An address that no route knows still gets the site's own 404, in the language of its prefix.
export const dynamic = 'force-dynamic';

export default function MissingPage() {
  notFound();
}
