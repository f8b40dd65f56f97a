import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FontFilesSchema } from '@/contracts/fonts';
import type { Locale } from '@/i18n/routing';

const index = path.join(process.cwd(), '.generated/fonts.json');

/** The faces that `npm run build` cut for the course, and the ones this language needs first. None before that. */
export function Fonts({ locale }: { locale: Locale }) {
  if (!existsSync(index)) return null;
  const fonts = FontFilesSchema.parse(JSON.parse(readFileSync(index, 'utf8')));
  return (
    <>
      {fonts.preload[locale].map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
      ))}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own build */}
      <style dangerouslySetInnerHTML={{ __html: fonts.css }} />
    </>
  );
}
