/**
 * Every permission there is, and the roles that bundle them. A post has one role; the organisation of the post gives the scope.
 * `area` permissions reach everything under the area of the post's organisation; `unit` permissions reach what concerns the organisation itself.
 */
export const permissions = {
  'case.read': { zh: '查看诉求', en: 'Read cases', reach: 'area' },
  'case.record': { zh: '登记诉求', en: 'Record cases', reach: 'area' },
  'case.file': { zh: '立案', en: 'File cases', reach: 'area' },
  'case.dispatch': { zh: '派单与裁定', en: 'Dispatch and decide', reach: 'area' },
  'case.handle': { zh: '办理', en: 'Handle as a unit', reach: 'unit' },
  'case.verify': { zh: '核查与结案', en: 'Verify and close', reach: 'area' },
  'case.supervise': { zh: '督办', en: 'Supervise', reach: 'area' },
  'case.call-back': { zh: '回访', en: 'Call back', reach: 'area' },
  'case.publish': { zh: '公开上墙', en: 'Publish on the walls', reach: 'area' },
  'case.import': { zh: '导入', en: 'Import', reach: 'area' },
  'case.export': { zh: '导出', en: 'Export', reach: 'area' },
  'contact.reveal': { zh: '查看联系方式', en: 'Reveal contact data', reach: 'area' },
  'figures.read': { zh: '查看指标', en: 'Read figures', reach: 'area' },
  'area.edit': { zh: '维护区域', en: 'Edit areas', reach: 'area' },
  'calendar.edit': { zh: '维护日历', en: 'Edit calendars', reach: 'area' },
  'organisation.edit': { zh: '维护组织与岗位', en: 'Edit organisations and posts', reach: 'area' },
  'responsibility.edit': { zh: '维护类别与责任清单', en: 'Edit categories and the responsibility list', reach: 'area' },
  'account.edit': { zh: '维护账号', en: 'Edit accounts', reach: 'area' },
  'security.edit': { zh: '授权与安全策略', en: 'Grant authority and set security rules', reach: 'area' },
  'audit.read': { zh: '查阅审计', en: 'Read the audit log', reach: 'area' },
  'token.edit': { zh: '维护接口令牌与回调', en: 'Edit API tokens and webhooks', reach: 'area' },
} as const satisfies Record<string, { zh: string; en: string; reach: 'area' | 'unit' }>;
export type Permission = keyof typeof permissions;

// What an area's own offices see is the area; a department sees what it has a part in, wherever that lies.
const handling = ['case.read', 'case.handle'] as const;
const byPart = ['case.handle'] as const;
const deciding = [
  'case.read',
  'case.record',
  'case.file',
  'case.dispatch',
  'case.verify',
  'contact.reveal',
  'figures.read',
  'case.export',
] as const;

export const roles = {
  'district-leader': { zh: '区领导', en: 'District leader', permissions: ['case.read', 'case.supervise', 'figures.read'] },
  supervisor: { zh: '督查员', en: 'Supervisor', permissions: ['case.read', 'case.supervise', 'figures.read', 'case.export'] },
  dispatcher: { zh: '派单员', en: 'Dispatcher', permissions: [...deciding, 'case.import', 'case.supervise'] },
  'hotline-operator': {
    zh: '热线话务员',
    en: 'Hotline operator',
    permissions: ['case.read', 'case.record', 'case.file', 'contact.reveal'],
  },
  'callback-staff': { zh: '回访员', en: 'Call-back staff', permissions: ['case.read', 'case.call-back', 'contact.reveal', 'figures.read'] },
  'department-head': { zh: '部门负责人', en: 'Head of department', permissions: [...byPart, 'figures.read'] },
  'department-handler': { zh: '部门经办人', en: 'Department handler', permissions: [...byPart] },
  'subdistrict-secretary': { zh: '街道书记', en: 'Subdistrict secretary', permissions: [...handling, 'case.supervise', 'figures.read'] },
  'subdistrict-dispatcher': { zh: '街道派单员', en: 'Subdistrict dispatcher', permissions: [...deciding, 'case.handle'] },
  'subdistrict-handler': { zh: '街道经办人', en: 'Subdistrict handler', permissions: [...handling, 'case.record'] },
  'community-secretary': { zh: '社区书记', en: 'Community secretary', permissions: [...handling, 'case.record', 'figures.read'] },
  'community-worker': { zh: '社区工作者', en: 'Community worker', permissions: [...handling, 'case.record'] },
  'grid-leader': { zh: '网格长', en: 'Grid leader', permissions: [...handling, 'case.record'] },
  'grid-officer': { zh: '网格员', en: 'Grid officer', permissions: [...handling, 'case.record'] },
  'party-instructor': { zh: '党建指导员', en: 'Party-building instructor', permissions: ['case.read', 'case.record'] },
  'content-editor': { zh: '公开与评论审核员', en: 'Wall editor', permissions: ['case.read', 'case.publish'] },
  'system-administrator': {
    zh: '系统管理员',
    en: 'System administrator',
    permissions: ['area.edit', 'calendar.edit', 'organisation.edit', 'responsibility.edit', 'account.edit', 'token.edit', 'case.import'],
  },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator', permissions: ['security.edit'] },
  'audit-administrator': { zh: '审计管理员', en: 'Audit administrator', permissions: ['audit.read'] },
} as const satisfies Record<string, { zh: string; en: string; permissions: readonly Permission[] }>;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as [Role, ...Role[]];

export function mayRole(role: Role, permission: Permission): boolean {
  return (roles[role].permissions as readonly Permission[]).includes(permission);
}
