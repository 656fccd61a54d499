import type { ReactNode } from 'react';
import './page-header.css';

interface PageHeaderProps {
  title: ReactNode;
  /** A line under the title: what the page shows, or facts of the thing. */
  meta?: ReactNode;
  /** A link above the title that leads back. */
  back?: ReactNode;
  /** Buttons at the end of the line. */
  actions?: ReactNode;
}

/** Head of a page; its heading takes the focus after a navigation. */
export function PageHeader({ title, meta, back, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        {back && <div className="page-header-back">{back}</div>}
        <h1 tabIndex={-1}>{title}</h1>
        {meta && <div className="page-header-meta">{meta}</div>}
      </div>
      {actions && <div className="page-header-actions">{actions}</div>}
    </header>
  );
}
