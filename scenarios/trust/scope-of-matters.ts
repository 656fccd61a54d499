// How every route whose scope is the matter is asked for the cases inside and outside.
import { bySight, bySightAndReach, bySightOfHolder, type CasesEntry, call, item, list } from './scope-entry.ts';
import type { PlacedCase, ScopeWorld } from './scope-world.ts';

const matter = { scope: 'matter', over: 'cases' } as const;
const at = (target: PlacedCase) => `/api/matters/${target.number}`;
const named = (target: PlacedCase) => target.number;
const noteFile = () => {
  const form = new FormData();
  form.set('file', new Blob(['一份材料']), 'note.txt');
  return form;
};
const tile = ({ place }: PlacedCase) => {
  const [zoom, radians] = [16, (place.latitude * Math.PI) / 180];
  const x = Math.floor(((place.longitude + 180) / 360) * 2 ** zoom);
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** zoom);
  return `/api/tiles/cases/${zoom}/${x}/${y}`;
};

/** What the stream tells of what happened since before this world; read until the cases that must come have come. */
const streams = new Map<string, Promise<string>>();
async function readStream(world: ScopeWorld, name: string, wanted: string[]): Promise<string> {
  const leave = new AbortController();
  const late = setTimeout(() => leave.abort(), 15_000);
  let text = '';
  try {
    const headers = await world.server.headersOf(name);
    const answer = await fetch(`${world.server.address}/api/events?after=${world.before}`, { headers, signal: leave.signal });
    if (answer.status !== 200) return `${answer.status}`;
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString('utf8');
      if (wanted.every((number) => text.includes(number))) break;
    }
  } catch {
    // What did not come in time is missing from the text.
  } finally {
    clearTimeout(late);
    leave.abort();
  }
  return text;
}

/** By route name. */
export const scopeOfMatters: Record<string, CasesEntry> = {
  'matters.list': { ...matter, expected: bySight, ask: list((t) => ({ method: 'GET', url: `/api/matters?numbers=${t.number}` }), named) },
  'matters.counts': {
    ...matter,
    expected: bySight,
    ask: list(
      (t) => ({ method: 'GET', url: `/api/matter-counts?numbers=${t.number}` }),
      () => '"total":1',
    ),
  },
  'matters.read': { ...matter, expected: bySight, ask: item((t) => ({ method: 'GET', url: at(t) })) },
  'matters.act': {
    ...matter,
    expected: bySight,
    // Whoever sees it may still have nothing to do with it.
    ask: item(
      (t) => ({ method: 'POST', url: `${at(t)}/actions/note`, body: { version: 2_000_000, input: { note: '看过' } } }),
      ['version-passed', 'action-not-yours'],
    ),
  },
  'matters.act-on-many': {
    ...matter,
    expected: bySight,
    async ask(world, caller, target) {
      const { body } = await call(world, caller, 'POST', '/api/matter-acts', {
        ...{ matters: [{ number: target.number, version: 1 }], action: 'note', input: { note: '看过' }, dryRun: true },
      });
      return body.refused?.[0]?.code === 'matter-not-found' ? 'out' : 'in';
    },
  },
  'matters.explain-clock': { ...matter, expected: bySight, ask: item((t) => ({ method: 'GET', url: `${at(t)}/clocks/${t.clock}` })) },
  'matters.attach-file': {
    ...matter,
    expected: bySight,
    ask: item((t) => ({ method: 'POST', url: `${at(t)}/files`, body: noteFile() })),
  },
  'matters.download-file': { ...matter, expected: bySight, ask: item((t) => ({ method: 'GET', url: `/api/files/${t.file}` })) },
  'matters.events': {
    ...matter,
    expected: bySight,
    async ask(world, caller, target) {
      const wanted = world.cases.filter((one) => bySight('staff', caller, one)).map(named);
      if (!streams.has(caller.name)) streams.set(caller.name, readStream(world, caller.name, wanted));
      return (await streams.get(caller.name))?.includes(target.number) ? 'in' : 'out';
    },
  },
  'cases.suggest': {
    ...matter,
    expected: bySight,
    ask: list((t) => ({ method: 'POST', url: '/api/case-suggestions', body: { body: t.text, areaCode: t.grid } }), named),
  },
  'cases.suggest-for': { ...matter, expected: bySight, ask: item((t) => ({ method: 'GET', url: `/api/cases/${t.number}/suggestions` })) },
  'cases.suggest-for-many': {
    ...matter,
    expected: bySight,
    ask: list((t) => ({ method: 'GET', url: `/api/case-suggestions?numbers=${t.number}` }), named),
  },
  'cases.similar': { ...matter, expected: bySight, ask: item((t) => ({ method: 'GET', url: `/api/cases/${t.number}/similar` })) },
  'cases.reveal-contact': {
    ...matter,
    expected: bySightAndReach,
    ask: item((t) => ({ method: 'POST', url: `/api/cases/${t.number}/contact`, body: { purpose: '核实地址' } })),
  },
  'cases.caller-history': {
    ...matter,
    expected: bySightAndReach,
    ask: list((t) => ({ method: 'POST', url: '/api/caller-history', body: { phone: t.phone } }), named),
  },
  'cases.workbench': {
    ...matter,
    expected: bySight,
    // A desk shows what waits and what changed, never all: what is shown must be the caller's own.
    async ask(world, caller, target) {
      const { status, text } = await call(world, caller, 'GET', '/api/workbench');
      if (status !== 200) return `${status}`;
      return bySight('staff', caller, target) || text.includes(target.number) ? 'in' : 'out';
    },
  },
  'cases.tile': { ...matter, expected: bySight, ask: list((t) => ({ method: 'GET', url: tile(t) }), named) },
  'cases.export': {
    ...matter,
    expected: bySightOfHolder,
    ask: list((t) => ({ method: 'GET', url: `/api/cases.csv?numbers=${t.number}` }), named),
  },
};
