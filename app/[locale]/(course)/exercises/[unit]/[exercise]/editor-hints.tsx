import type { MonacoAssets } from '@/components/workbench/monaco/assets';
import type { Locale } from '@/grading/localized';

/** Where the plain editor is the first choice (see `useEditorMode`), nothing of the other is fetched. */
const RICH = '(pointer: fine) and (min-width: 40.01rem)';

/** Lets the browser fetch the editor while the page's own scripts start, behind what the page needs to be read. */
export function EditorHints({ assets, locale }: { assets: MonacoAssets; locale: Locale }) {
  const scripts = locale === 'ko' ? [assets.korean, assets.editor] : [assets.editor];
  return (
    <>
      {scripts.map((href) => (
        <link key={href} rel="modulepreload" href={href} media={RICH} fetchPriority="low" />
      ))}
      <link rel="preload" as="style" href={assets.style} media={RICH} fetchPriority="low" />
      <link rel="preload" as="fetch" crossOrigin="anonymous" href={assets.types} media={RICH} fetchPriority="low" />
    </>
  );
}
