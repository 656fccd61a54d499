import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allRoutes } from '@gongzhi/contract';
import { expect, test } from 'vitest';
import { wired } from './wired.ts';

const { cases, command, modules } = wired();
const bound = modules.flatMap((module) => module.routes.map((item) => item.route.name));
const repeated = (items: readonly string[]) => items.filter((item, index) => items.indexOf(item) !== index);

/** Facts that nobody in the product reads; webhooks of others may. */
const unread = [
  ...['case-entry-withdrawn', 'case-joined-by'],
  ...['withdraw', 'place', 'end', 'expire', 'note'].map((action) => `task-admission-${action}`),
  ...['accept', 'confirm', 'note'].map((action) => `task-${action}`),
  ...['engage', 'log', 'stand-down', 'report', 'cancel'].map((action) => `muster-${action}`),
];

test('every route of the contract is bound, and bound once', () => {
  expect(bound.toSorted()).toEqual(allRoutes.map((route) => route.name).toSorted());
});

test('no two routes have one name or answer one address', () => {
  expect(repeated(allRoutes.map((route) => route.name))).toEqual([]);
  expect(repeated(allRoutes.map((route) => `${route.method} ${route.path.replaceAll(/:\w+/g, ':')}`))).toEqual([]);
});

test('a route lies with the module that its name begins with', () => {
  for (const module of modules) for (const item of module.routes) expect(item.route.name.split('.')[0]).toBe(module.name);
});

test('every fact has a reader, or is listed as read by nobody', () => {
  const published = [
    'case-record',
    ...[cases.kind, ...command.kinds].flatMap((kind) => Object.keys(kind.table.actions).map((action) => `${kind.kind}-${action}`)),
    ...command.facts,
    ...unread,
  ];
  const read = new Set(modules.flatMap((module) => module.consumers ?? []).flatMap((consumer) => consumer.facts ?? []));
  expect(published.filter((fact) => !read.has(fact) && !unread.includes(fact))).toEqual([]);
  // And nobody waits for what is never published, nor is a waiver kept that is not needed.
  expect([...read].filter((fact) => !published.includes(fact))).toEqual([]);
  expect(unread.filter((fact) => read.has(fact))).toEqual([]);
});

test('names of consumers and of jobs are the only ones of their kind', () => {
  expect(repeated(modules.flatMap((module) => (module.consumers ?? []).map((consumer) => consumer.name)))).toEqual([]);
  expect(repeated(modules.flatMap((module) => (module.jobs ?? []).map((job) => job.name)))).toEqual([]);
});

test('every migration has a time stamp of its own in its module, and begins with the schema of the module', () => {
  for (const { name, migrations } of modules) {
    const folder = fileURLToPath(migrations.folder);
    const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
    expect(files.filter((file) => !/^20\d{12}-[a-z0-9-]+\.sql$/.test(file))).toEqual([]);
    expect(repeated(files.map((file) => file.slice(0, 14)))).toEqual([]);
    const first = readFileSync(join(folder, files.toSorted()[0] as string), 'utf8');
    expect(first).toMatch(new RegExp(`create schema ${name};`));
  }
});
