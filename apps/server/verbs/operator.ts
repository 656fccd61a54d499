import { type Actor, system } from '@gongzhi/contract/actor';
import { type Permission, permissions } from '@gongzhi/contract/permissions';

/** Whoever holds the data folder or the database may do everything: the command line acts with every permission everywhere. */
export const operator: Actor = {
  ...system,
  name: '命令行 command line',
  posts: [
    {
      postId: '',
      role: 'operator',
      title: '运维',
      organisationId: '',
      organisationName: '',
      areaCode: '',
      permissions: Object.keys(permissions) as Permission[],
    },
  ],
};
