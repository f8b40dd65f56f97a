import { SearchEntriesSchema } from '@/contracts/search';
import { type Locale, routing } from '@/i18n/routing';
import { searchEntries } from './entries';

/** One file per language, made at build time; the search palette fetches it when it is first opened. */
export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  return Response.json(SearchEntriesSchema.parse(await searchEntries(locale as Locale)));
}
