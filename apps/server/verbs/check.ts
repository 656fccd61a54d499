import type { Verb } from '../verb.ts';

export const check: Verb = {
  name: 'check',
  summary: 'check integrity: histories without gaps, hash chains, clocks against entries, boundaries',
  options: [['--tolerance <square metres>', 'gaps and overlaps between areas up to this are let pass', '1']],
  async run({ product, options, out }) {
    const { matters, identity, territory } = await product();
    const ledger = await matters.check((done) => out.progress('ledger', done, null));
    const audit = await identity.verifyAudit();
    const roots = [...(await territory.directory()).all()].filter((area) => area.parent === null);
    const boundaries = [];
    for (const root of roots) boundaries.push(...(await territory.checkBoundaries(root.code, Number(options.tolerance), { deep: true })));
    const sound = ledger.faults.length === 0 && audit.intact && boundaries.length === 0;
    if (options.json) {
      out.json({ sound, ledger, audit, boundaries: boundaries.map(({ geometry, ...flaw }) => flaw) });
      return sound ? 0 : 1;
    }
    out.line(`Ledger: ${ledger.checked} matters, ${ledger.faults.length} faults`);
    for (const fault of ledger.faults.slice(0, 50)) out.line(`  ${fault.number}: ${fault.what}`);
    out.line(`Audit log: ${audit.entries} entries, ${audit.intact ? 'the chain holds' : `broken at ${audit.firstBroken}`}`);
    out.line(`Boundaries: ${boundaries.length} flaws`);
    for (const flaw of boundaries.slice(0, 50)) out.line(`  ${flaw.kind} ${flaw.areas.join(', ')} ${Math.round(flaw.squareMetres)} m²`);
    out.line(sound ? 'Everything holds.' : 'Something does not hold.');
    return sound ? 0 : 1;
  },
};
