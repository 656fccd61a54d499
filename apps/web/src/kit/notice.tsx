import type { ReactNode } from 'react';
import './notice.css';

/** A whole page that says one thing: not found, not permitted, failed. */
export function Notice({
  mark,
  title,
  body,
  code,
  children,
}: {
  mark: string;
  title: string;
  body?: string;
  code?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <main className="notice" id="main" tabIndex={-1}>
      <p className="notice-mark" aria-hidden="true">
        {mark}
      </p>
      <h1>{title}</h1>
      {body && <p className="notice-body">{body}</p>}
      {code && <code className="notice-code">{code}</code>}
      {children && <div className="notice-actions">{children}</div>}
    </main>
  );
}
