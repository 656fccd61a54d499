import { roleNames, roles } from '@gongzhi/contract/permissions';
import { expect, test } from 'vitest';
import { administratorRoles, authorityOf } from './authority.ts';

const post = (role: string) => ({
  postId: `post of ${role}`,
  role,
  title: '',
  organisationId: '',
  organisationName: '',
  areaCode: '990101',
});
const granted = (...held: string[]) => authorityOf(held.map(post), false).posts.flatMap((one) => one.permissions);

test.each(roleNames)('a %s has the permissions of the role and no other', (role) => {
  expect(granted(role)).toEqual(roles[role].permissions);
});

test('of any two administrators only one counts, in whatever order they come', () => {
  for (const one of administratorRoles)
    for (const other of administratorRoles) {
      if (one === other) continue;
      const { posts, withheld } = authorityOf([post(one), post(other), post('dispatcher')], false);
      expect(withheld).toHaveLength(1);
      expect(posts.filter((held) => held.permissions.length === 0).map((held) => held.postId)).toEqual(withheld);
      expect(granted(one, other).sort()).toEqual(granted(other, one).sort());
    }
});

test('a role that nobody knows permits nothing, also when it is named like a part of the language', () => {
  expect(granted('constructor', '__proto__', 'no-such-role')).toEqual([]);
});
