import type { Verb } from '../verb.ts';
import { accountCreate } from './account-create.ts';
import { backup, restore } from './backup.ts';
import { bench } from './bench.ts';
import { check } from './check.ts';
import { demo, demoAccountsVerb } from './demo.ts';
import { exportCases } from './export-cases.ts';
import { importAreas } from './import-areas.ts';
import { importCases } from './import-cases.ts';
import { importLayer } from './import-layer.ts';
import { importOrganisations } from './import-organisations.ts';
import { intelligenceDuplicates, intelligenceEvaluate, intelligenceTopics, intelligenceTrain } from './intelligence.ts';
import { keysRotate } from './keys-rotate.ts';
import { migrateVerb } from './migrate.ts';
import { serveVerb, workVerb } from './serve.ts';
import { tokenCreate } from './token-create.ts';

export const verbs: Verb[] = [
  serveVerb,
  workVerb,
  migrateVerb,
  demo,
  demoAccountsVerb,
  accountCreate,
  tokenCreate,
  importCases,
  importOrganisations,
  importAreas,
  importLayer,
  exportCases,
  intelligenceTrain,
  intelligenceEvaluate,
  intelligenceDuplicates,
  intelligenceTopics,
  check,
  backup,
  restore,
  keysRotate,
  bench,
];
