import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditLine, auditGenesis, auditHash, firstBroken } from './audit-hash.ts';

type Kept = AuditLine & { hash: Buffer };
const optional = fc.option(fc.string({ maxLength: 8 }), { nil: null });
const content = fc.record({
  at: fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') }),
  actorKind: fc.constantFrom('staff', 'system'),
  actorId: optional,
  actorName: fc.string({ maxLength: 8 }),
  action: fc.string({ maxLength: 8 }),
  subject: optional,
  purpose: optional,
  address: optional,
  detail: fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 2 })),
});
const start = { no: 0, hash: auditGenesis };

function chain(contents: Omit<AuditLine, 'no'>[]): Kept[] {
  let previous: Buffer = auditGenesis;
  return contents.map((one, at) => {
    const line = { ...one, no: at + 1 };
    previous = auditHash(previous, line);
    return { ...line, hash: previous };
  });
}
const chains = fc.array(content, { minLength: 2, maxLength: 12 }).map(chain);

test('an untouched chain holds, whatever is in it and in whatever order its keys are', () => {
  fc.assert(
    fc.property(chains, (lines) => {
      const turned = lines.map((line) => ({ ...line, detail: Object.fromEntries(Object.entries(line.detail).reverse()) }));
      expect(firstBroken(start, turned)).toBeNull();
    }),
  );
});

test('a line that is changed in any one field is found by its number', () => {
  const fields = ['actorKind', 'actorId', 'actorName', 'action', 'subject', 'purpose', 'address'] as const;
  fc.assert(
    fc.property(chains, fc.nat(), fc.constantFrom(...fields), fc.string(), (lines, pick, field, value) => {
      const at = pick % lines.length;
      const line = lines[at] as Kept;
      fc.pre(line[field] !== value);
      const changed = lines.with(at, { ...line, [field]: value });
      expect(firstBroken(start, changed)).toBe(line.no);
      expect(firstBroken(start, lines.with(at, { ...line, at: new Date(line.at.getTime() + 1) }))).toBe(line.no);
      expect(firstBroken(start, lines.with(at, { ...line, detail: { ...line.detail, added: 1 } }))).toBe(line.no);
    }),
  );
});

test('a line that is taken out or exchanged with another is found', () => {
  fc.assert(
    fc.property(chains, fc.nat(), (lines, pick) => {
      const at = pick % (lines.length - 1);
      expect(firstBroken(start, lines.toSpliced(at, 1))).toBe(at + 1);
      const [one, two] = [lines[at] as Kept, lines[at + 1] as Kept];
      const exchanged = lines.with(at, { ...two, no: one.no }).with(at + 1, { ...one, no: two.no });
      expect(firstBroken(start, exchanged)).toBe(at + 1);
    }),
  );
});

test('what stands at the end of one field cannot pass to the next', () => {
  const line = chain([
    {
      at: new Date(0),
      actorKind: 'staff',
      actorId: null,
      actorName: 'a',
      action: 'b"',
      subject: ',"c',
      purpose: null,
      address: null,
      detail: {},
    },
  ])[0] as Kept;
  const moved = { ...line, action: 'b', subject: '",",c' };
  expect(auditHash(auditGenesis, moved).equals(line.hash)).toBe(false);
});
