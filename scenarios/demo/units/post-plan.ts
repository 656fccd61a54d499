import type { Role } from '@gongzhi/contract/permissions';
import type { OrganisationRow } from './rows.ts';

/** Seats of one kind that every organisation of a type has. */
export interface Seat {
  template: string;
  title: string;
  role: Role;
  count: number;
  termYears: number | null;
}

const seat = (role: Role, title: string, count = 1, termYears: number | null = null, template: string = role): Seat => ({
  template,
  title,
  role,
  count,
  termYears,
});

/** Who sits where. Every grid has one leader and two officers (一长两员). */
export const seats: Partial<Record<OrganisationRow['type'], readonly Seat[]>> = {
  'district-government': [seat('district-leader', '副区长', 3, 5)],
  'district-party-committee': [seat('district-leader', '区委副书记', 2, 5)],
  'command-centre': [
    seat('supervisor', '督查专员', 4),
    seat('dispatcher', '派单员', 8),
    seat('hotline-operator', '热线话务员', 12),
    seat('callback-staff', '回访员', 6),
    seat('content-editor', '公开审核员', 3),
    seat('system-administrator', '系统管理员'),
    seat('security-administrator', '安全管理员'),
    seat('audit-administrator', '审计管理员'),
  ],
  department: [seat('department-head', '主要负责人', 1, 5), seat('department-handler', '诉求经办人', 3)],
  'subdistrict-office': [seat('subdistrict-dispatcher', '派单员', 2), seat('subdistrict-handler', '经办人', 4)],
  'subdistrict-party-working-committee': [seat('subdistrict-secretary', '书记', 1, 5)],
  'community-committee': [seat('community-worker', '社区工作者', 4)],
  'community-party-committee': [seat('community-secretary', '书记', 1, 5)],
  grid: [seat('grid-leader', '网格长', 1, 3), seat('grid-officer', '网格员', 1, 3), seat('party-instructor', '党建指导员', 1, 3)],
  'property-company': [seat('department-handler', '项目负责人', 1, null, 'property-handler')],
};
