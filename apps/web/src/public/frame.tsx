import { Outlet } from '@tanstack/react-router';

export default function PublicFrame() {
  return <Outlet />;
}
