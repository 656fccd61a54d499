import { Outlet } from '@tanstack/react-router';
import { useLayoutEffect, useState } from 'react';
import './screen.css';

/** A wall hangs in a dim room: the board is dark whatever the desk has chosen, and the choice comes back when it is left. */
export default function ScreenFrame() {
  const [ready, setReady] = useState(false);
  useLayoutEffect(() => {
    const root = document.documentElement;
    const before = root.dataset.scheme;
    root.dataset.scheme = 'dark';
    setReady(true);
    return () => {
      if (before) root.dataset.scheme = before;
    };
  }, []);
  return <div className="screen">{ready && <Outlet />}</div>;
}
