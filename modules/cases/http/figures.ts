import { cases } from '@gongzhi/contract/cases';
import { bind } from '@gongzhi/platform/http';
import type { CasesCore, CasesPart } from '../cases.ts';
import { foldMeasures } from '../consumers/fold-measures.ts';
import { listRateRows } from '../queries/list-rate-rows.ts';
import { readRates } from '../queries/read-rates.ts';

/** Rates by area, unit, category, channel and time, each opening the cases behind it. */
export function figuresPart(core: CasesCore): CasesPart {
  return {
    routes: [
      bind(cases.rates, ({ actor, query }) => readRates(core, actor, query)),
      bind(cases.rateRows, ({ actor, query }) => listRateRows(core, actor, query)),
    ],
    consumers: [foldMeasures],
  };
}
