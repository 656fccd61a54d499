import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { keepOffline } from '../shell/offline-shell.ts';

export default function MobileFrame() {
  useEffect(keepOffline, []);
  return <Outlet />;
}
