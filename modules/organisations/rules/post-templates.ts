import type { organisations } from '@gongzhi/contract/organisations';
import type { Role } from '@gongzhi/contract/permissions';
import type { AnswerOf } from '@gongzhi/contract/route';

export type PostTemplate = AnswerOf<typeof organisations.listTemplates>['items'][number];

const template = (
  code: string,
  organisationType: PostTemplate['organisationType'],
  role: Role,
  zh: string,
  en: string,
  seats: number,
  termYears: number | null = null,
): PostTemplate => ({ code, organisationType, title: { zh, en }, role, seats, termYears });

/**
 * The posts that an organisation of each type should have, as they are shipped: leaders first; a grid has one leader and two officers
 * (一长两员). Terms: five years for residents' committees (Organic Law of Urban Residents' Committees, 2018) and for leaders of units;
 * the others are defaults of ours. Places change them and add their own.
 */
export const shippedTemplates: readonly PostTemplate[] = [
  template('district-leader', 'district-government', 'district-leader', '分管副区长', 'Deputy head of the district', 1, 5),
  template(
    'district-committee-leader',
    'district-party-committee',
    'district-leader',
    '分管区委领导',
    'Leader of the district committee',
    1,
    5,
  ),
  template('supervisor', 'command-centre', 'supervisor', '督查专员', 'Supervisor', 2),
  template('dispatcher', 'command-centre', 'dispatcher', '派单员', 'Dispatcher', 4),
  template('hotline-operator', 'command-centre', 'hotline-operator', '热线话务员', 'Hotline operator', 6),
  template('callback-staff', 'command-centre', 'callback-staff', '回访员', 'Call-back staff', 3),
  template('content-editor', 'command-centre', 'content-editor', '公开审核员', 'Wall editor', 1),
  template('system-administrator', 'command-centre', 'system-administrator', '系统管理员', 'System administrator', 1),
  template('security-administrator', 'command-centre', 'security-administrator', '安全管理员', 'Security administrator', 1),
  template('audit-administrator', 'command-centre', 'audit-administrator', '审计管理员', 'Audit administrator', 1),
  template('department-head', 'department', 'department-head', '主要负责人', 'Head of department', 1, 5),
  template('department-handler', 'department', 'department-handler', '诉求经办人', 'Handler', 3),
  template('subdistrict-secretary', 'subdistrict-party-working-committee', 'subdistrict-secretary', '书记', 'Secretary', 1, 5),
  template('subdistrict-dispatcher', 'subdistrict-office', 'subdistrict-dispatcher', '派单员', 'Dispatcher', 2),
  template('subdistrict-handler', 'subdistrict-office', 'subdistrict-handler', '经办人', 'Handler', 4),
  template('community-secretary', 'community-party-committee', 'community-secretary', '书记', 'Secretary', 1, 5),
  template('community-worker', 'community-committee', 'community-worker', '社区工作者', 'Community worker', 4, 5),
  template('grid-leader', 'grid', 'grid-leader', '网格长', 'Grid leader', 1, 3),
  template('grid-officer', 'grid', 'grid-officer', '网格员', 'Grid officer', 1, 3),
  template('party-instructor', 'grid', 'party-instructor', '党建指导员', 'Party-building instructor', 1, 3),
  template('property-handler', 'property-company', 'department-handler', '项目负责人', 'Project manager', 1),
];
