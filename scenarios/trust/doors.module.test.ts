// Everything that the product answers, asked by everybody and with everything: one server for all of it, for opening one takes long.
import { afterAll, beforeAll } from 'vitest';
import { type Booted, openBooted } from '../testing/booted.ts';
import { authorisationMatrix } from './authorisation.ts';
import { badInput } from './bad-input.ts';
import { badOpen311 } from './bad-open311.ts';
import { badUploads } from './bad-uploads.ts';
import { introduceEverybody } from './everybody.ts';
import { scopeMatrix } from './scope.ts';
import { webhookAddresses } from './webhook-addresses.ts';

let server: Booted;
beforeAll(async () => {
  server = await openBooted();
  await introduceEverybody(server);
});
afterAll(() => server.close());

badInput(() => server);
badOpen311(() => server);
badUploads(() => server);
webhookAddresses(() => server);
scopeMatrix(() => server);
authorisationMatrix(() => server);
