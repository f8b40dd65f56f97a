import en from '@/messages/en.json';
import ko from '@/messages/ko.json';
import { headScript } from './head-script';
import '@/styles/globals.css';

export const metadata = { title: '404 · PeerGrad' };

/** For addresses without a language: both. */
export default function GlobalNotFound() {
  return (
    <html lang="ko" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script dangerouslySetInnerHTML={{ __html: headScript }} />
      </head>
      <body>
        <main className="mx-auto grid w-full max-w-measure gap-12 px-4 py-24 sm:px-6">
          {[ko, en].map(({ site }, index) => (
            <section key={site.missing.title} lang={index === 0 ? 'ko' : 'en'} className="grid gap-4">
              <h1 className="text-2xl">{site.missing.title}</h1>
              <p>{site.missing.text}</p>
              <p>
                <a href={index === 0 ? '/ko' : '/en'} className="text-accent underline">
                  {site.missing.home}
                </a>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
