import { matters } from '@gongzhi/contract/matters';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ErrorState } from '../../../kit/error-state.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { useParam, useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { useCall } from '../../../shell/query.ts';
import { useSession } from '../../../shell/session.tsx';
import { useTitle } from '../../../shell/title.ts';
import { Sheet } from './sheet.tsx';
import './page.css';

/**
 * The file of a case on paper, in the layout of official documents: what is seen here is what is printed, or kept as PDF by the browser's
 * own print dialog, which also has the Chinese fonts. `?now=1` opens that dialog by itself.
 */
export default function PrintPage() {
  const t = useTexts('casePrint');
  const number = useParam('number');
  const [search, set] = useSearchState();
  const session = useSession();
  const found = useCall(matters.read, { params: { number } }, { staleTime: 60_000 });
  const matter = found.data;
  const asked = useRef(false);
  useTitle(matter ? `${number} ${matter.title}` : number);
  useEffect(() => {
    if (!matter || search.now !== '1' || asked.current) return;
    asked.current = true;
    set({ now: undefined });
    // Fonts and the sheet must be there before the browser takes its picture of the page.
    void document.fonts.ready.then(() => requestAnimationFrame(() => toPaper(matter)));
  }, [matter, search.now, set]);
  return (
    <main id="main" tabIndex={-1} className="paper">
      <div className="paper-tools">
        <h1 className="visually-hidden" tabIndex={-1}>
          {t('title')} {number}
        </h1>
        <Link to="/console/cases/$number" params={{ number } as never} className="button">
          <Icon name="back" />
          {t('back')}
        </Link>
        <button type="button" className="button button-primary" disabled={!matter} onClick={() => matter && toPaper(matter)}>
          <Icon name="log" />
          {t('print')}
        </button>
        <p className="field-hint">{t('hint')}</p>
      </div>
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading && <Loading lines={8} />}
      {matter && <Sheet matter={matter} office={session?.posts[0]?.organisationName ?? ''} printedBy={session?.name ?? ''} />}
    </main>
  );
}

/** The browser proposes the title as the name of the file, whatever the page was called while it was being opened. */
function toPaper({ number, title }: { number: string; title: string }): void {
  document.title = `${number} ${title}`;
  print();
}
