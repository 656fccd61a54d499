import { Outlet } from '@tanstack/react-router';

export default function MobileFrame() {
  return <Outlet />;
}
