import type { LateClock } from '@gongzhi/command';
import { type Actor, system } from '@gongzhi/contract/actor';
import { hashPassword } from '@gongzhi/identity';
import type { BulkMatter } from '@gongzhi/matters';
import type { Connection } from '@gongzhi/platform/database';
import { type AreaRow, type CaseRow, createDemo, DEMO_SEED, ProblemPool } from '@gongzhi/scenarios';
import { uuidv7 } from 'uuidv7';
import { lateClocks, whistleHistory } from './load-command.ts';
import type { Product } from './product.ts';

interface DemoLoad {
  cases?: number;
  seed?: number;
  now?: Date;
  onProgress?(what: string, done: number, total: number): void;
}

const batchSize = 1000;

/**
 * Loads the invented district into an empty database, in one transaction: either all of it is there or nothing. Gives false where the
 * database holds areas or matters already; their owner's data are never mixed with invented ones.
 */
export async function loadDemo(
  product: Product,
  { cases = 20_000, seed = DEMO_SEED, now = new Date(), onProgress }: DemoLoad = {},
): Promise<boolean> {
  const { database, territory, organisations, identity } = product;
  if ([...(await territory.directory()).all()].length > 0) return false;
  const demo = createDemo({ seed, cases, now });
  onProgress?.('正在载入演示区 Loading the demo district', 0, cases);
  const accounts = await Promise.all(
    demo.accounts.map(async (account) => ({
      id: uuidv7(),
      username: account.username,
      personId: account.personId,
      passwordHash: await hashPassword(account.password),
    })),
  );
  const accountOf = new Map(accounts.map((account) => [account.personId, account.id]));
  await database.transaction(async (tx) => {
    // Many cases take their time: no single statement of this load may be cut off.
    await tx.query('set local statement_timeout to 0');
    await territory.loadAreas(tx, demo.areas);
    await organisations.loadOrganisations(tx, demo.organisations);
    await organisations.loadPersons(tx, demo.persons);
    await organisations.loadPosts(tx, demo.posts);
    await organisations.loadTenures(tx, demo.tenures);
    await organisations.loadResponsibilities(tx, demo.responsibilities);
    await identity.loadAccounts(tx, accounts);
    let done = 0;
    let batch: CaseRow[] = [];
    const pool = new ProblemPool();
    const late: LateClock[] = [];
    let whistles: string[] = [];
    const ids: string[] = [];
    const flush = async () => {
      const reporters = await reportersOf(product, tx, batch);
      const rows = batch.map((row, index) => history(row, reporters[index] ?? null, accountOf, ids));
      await product.matters.load(tx, product.cases.kind, rows, { facts: false, wording: true });
      done += batch.length;
      batch = [];
      onProgress?.('正在载入演示诉求 Loading demo cases', done, cases);
    };
    await product.matters.fill(tx, async () => {
      for (const row of demo.cases()) {
        ids[row.index] = row.id;
        pool.take(row);
        late.push(...lateClocks(row, now));
        batch.push(row);
        if (batch.length >= batchSize) await flush();
      }
      if (batch.length > 0) await flush();
      const kind = product.command.kinds.find((one) => one.kind === 'whistle')!;
      const told = demo.whistles(pool).map((row) => whistleHistory(row, accountOf));
      whistles = (await product.matters.load(tx, kind, told, { facts: false, wording: true })).ids.filter((id) => id !== null);
      const tasks = demo.tasks();
      await product.command.loadTasks(tx, {
        ...tasks,
        admissions: tasks.admissions.map((matter) => byAccount(matter, accountOf)),
        tasks: tasks.tasks.map((task) => ({ ...task, matter: byAccount(task.matter, accountOf) })),
      });
      await product.command.loadMusters(tx, demo.musters());
      const patrols = demo.patrols();
      const entries = patrols.entries.map((entry) => ({ ...entry, officerId: accountOf.get(entry.officerId) ?? entry.officerId }));
      await product.command.loadPatrols(tx, { ...patrols, entries, days: patrols.days, checks: patrols.checks });
      await product.command.loadThemes(tx, demo.themes());
    });
    onProgress?.('正在汇总指标 Summing up figures', done, cases);
    // The plans of the summing up, and of the first questions after it, need to know how much is there.
    await tx.query('analyze');
    await product.cases.rebuildFigures(tx);
    await product.command.countBoard(tx);
    await product.command.loaded(tx, { whistles, late, now });
    await tx.query(
      `insert into platform.setting (name, value) values ('demo', $1::jsonb) on conflict (name) do update set value = excluded.value`,
      [JSON.stringify({ seed, cases, at: now })],
    );
  });
  await product.command.beginWith(reportWriter(demo.areas), districtOf(demo.areas), monthBefore(now));
  return true;
}

const districtOf = (areas: readonly AreaRow[]): string => areas.find((area) => area.level === 'district')?.code ?? '';
const monthBefore = (now: Date): string => {
  const local = new Date(now.getTime() + 8 * 3_600_000);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
};

/** The product writes the report of the month before in the name of the command centre. */
const reportWriter = (areas: readonly AreaRow[]): Actor => ({
  ...system,
  name: '指挥中心',
  posts: [
    {
      ...{ postId: '', role: 'system', title: '', organisationId: '', organisationName: '' },
      areaCode: districtOf(areas),
      permissions: ['report.write', 'report.issue'],
    },
  ],
});

/** The history with the accounts of those who have one in the place of their persons. */
function byAccount(matter: BulkMatter, accountOf: ReadonlyMap<string, string>): BulkMatter {
  const entries = matter.entries.map((entry) => ({ ...entry, actorId: (entry.actorId && accountOf.get(entry.actorId)) ?? entry.actorId }));
  return { ...matter, entries };
}

/** Resident ids of the reporters of a batch, in its order. */
async function reportersOf(product: Product, tx: Connection, batch: readonly CaseRow[]): Promise<(string | null)[]> {
  const ids = await product.identity.residents.recordMany(
    tx,
    batch.flatMap((row) => row.reporter ?? []),
  );
  let next = 0;
  return batch.map((row) => (row.reporter ? (ids[next++] ?? null) : null));
}

function history(row: CaseRow, reporterId: string | null, accountOf: ReadonlyMap<string, string>, ids: readonly string[]): BulkMatter {
  const { acts, duplicateOf, location, reporter, index, ...rest } = row;
  return {
    ...rest,
    longitude: location[0]!,
    latitude: location[1]!,
    reporterId,
    details: row.details,
    entries: acts.map((act) => ({
      at: act.at,
      actorKind: act.actor.kind,
      actorId:
        act.actor.kind === 'resident' ? reporterId : act.actor.personId ? (accountOf.get(act.actor.personId) ?? act.actor.personId) : null,
      actorName: act.actor.name,
      postTitle: act.actor.postTitle,
      organisationId: act.actor.organisationId,
      action: act.action,
      from: act.from,
      to: act.to,
      visibility: act.visibility,
      note: act.note,
      data: act.data,
    })),
    clocks: row.clocks.map((clock) => ({ ...clock, reminded: clock.dueAt < row.stateSince ? 3 : 0 })),
    links: duplicateOf !== null && row.state === 'joined' && ids[duplicateOf] ? [{ toId: ids[duplicateOf], kind: 'duplicate-of' }] : [],
  };
}
