import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';

/** The papers a lesson stands on: a list of {@link Paper}. */
export function FurtherReading({ children }: { children: ReactNode }) {
  const t = useTranslations('lesson');
  const heading = useId();
  return (
    <section className="further-reading" aria-labelledby={heading}>
      <h2 id={heading}>{t('furtherReading')}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** One reference. `doi` (`10.…`) or `arxiv` (`1502.01852`) make the link; the children say what to look for in it. */
export function Paper(props: {
  authors: string;
  year: number;
  title: string;
  venue: string;
  doi?: string;
  arxiv?: string;
  url?: string;
  children?: ReactNode;
}) {
  const href = props.doi
    ? `https://doi.org/${props.doi}`
    : props.arxiv
      ? `https://arxiv.org/abs/${props.arxiv}`
      : props.url;
  const name = props.doi ? `doi:${props.doi}` : props.arxiv ? `arXiv:${props.arxiv}` : props.url;
  return (
    <li>
      <span lang="en">
        {props.authors} ({props.year}). <cite>{props.title}</cite>. {props.venue}. {href && <a href={href}>{name}</a>}
      </span>
      {props.children && <div className="further-reading-note">{props.children}</div>}
    </li>
  );
}
