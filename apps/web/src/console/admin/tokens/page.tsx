import { PageHeader } from '../../../kit/page-header.tsx';
import { useSearchState } from '../../../shell/address.ts';
import { useTexts } from '../../../shell/language.ts';
import { Tabs } from '../tabs.tsx';
import { TokenList } from './token-list.tsx';
import { WebhookList } from './webhook-list.tsx';

/** Doors for other systems: tokens with which they call, webhooks by which they are called. */
export default function TokensPage() {
  const t = useTexts('tokens');
  const [search, set] = useSearchState();
  const tab = search.tab === 'webhooks' ? 'webhooks' : 'tokens';
  return (
    <main id="main" tabIndex={-1}>
      <PageHeader title={t('admin:pages.tokens')} meta={t('meta')} />
      <Tabs
        label={t('tab.label')}
        now={tab}
        onChange={(key) => set({ tab: key === 'tokens' ? undefined : key })}
        tabs={[
          { key: 'tokens', label: t('tab.tokens') },
          { key: 'webhooks', label: t('tab.webhooks') },
        ]}
      />
      {tab === 'tokens' ? <TokenList /> : <WebhookList />}
    </main>
  );
}
