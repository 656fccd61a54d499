import { Outlet, useRouterState } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useState } from 'react';
import { useAppearance } from '../kit/appearance.ts';
import { KeySheet, useKeys } from '../kit/keys.tsx';
import { antdTheme } from '../kit/theme.ts';
import { takeOffer } from '../kit/toast.tsx';
import { useEvents } from '../shell/events.ts';
import { useLanguage, useTexts } from '../shell/language.ts';
import { SignInAgain } from '../shell/sign-in-again.tsx';
import { Sidebar } from './sidebar.tsx';
import { Topbar } from './topbar.tsx';
import './frame.css';

/** Around every page of the console: bar above, navigation beside, the component library's theme and language. */
export default function ConsoleFrame() {
  const { isDark, density } = useAppearance();
  const language = useLanguage();
  const [drawer, setDrawer] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEvents();
  const t = useTexts('matter');
  useKeys(t('kit:keys.general'), [{ keys: 'z', label: t('undo.key'), run: takeOffer }]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the occasion
  useEffect(() => setDrawer(false), [path]);
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  const compact = density === 'compact';
  return (
    <ConfigProvider
      theme={antdTheme(isDark, compact)}
      locale={language === 'zh' ? zhCN : enUS}
      componentSize={compact ? 'small' : 'middle'}
    >
      <App component={false}>
        <div className="console">
          <Topbar onMenu={() => setDrawer(true)} />
          <Sidebar drawer={drawer} onClose={() => setDrawer(false)} />
          <div className="console-page">
            <Outlet />
          </div>
        </div>
        <SignInAgain />
        <KeySheet />
      </App>
    </ConfigProvider>
  );
}
