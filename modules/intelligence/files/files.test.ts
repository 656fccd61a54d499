import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judge } from '../rules/classifier/judge.ts';
import { inventedMessages } from '../testing/invented-messages.ts';
import { evaluateOnFile, learnFromFiles } from './learn-from-file.ts';
import { loadModel, saveModel } from './model-files.ts';
import { readMessages } from './read-messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'intelligence-'));
const put = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const all = async (path: string) => {
  const rows = [];
  for await (const row of readMessages(path)) rows.push(row);
  return rows;
};

test('a model that was written judges like the one in memory, and measures itself on a file', async () => {
  const from = put(
    'labelled.jsonl',
    `\ufeff${inventedMessages(200)
      .map((one) => JSON.stringify({ ...one, more: { deep: 1 } }))
      .join('\r\n')}\n`,
  );
  const model = await learnFromFiles([from]);
  await saveModel(model, join(folder, 'model'));
  const read = await loadModel(join(folder, 'model'));
  const words = { text: '消防通道被车堵住' };
  expect(judge(read, words)).toEqual(judge(model, words));
  const on = put(
    'new.jsonl',
    inventedMessages(50, 7)
      .map((one) => JSON.stringify(one))
      .join('\n'),
  );
  expect(await evaluateOnFile(read, on)).toMatchObject({ rows: 50, accuracy: 1, unknownLabels: [] });
});

test('reads tables in GB18030 with Chinese column names', async () => {
  // 编号,主题,详情,点赞数 / 7,漏水,水管漏水,3 in GB18030
  const bytes = Buffer.from('b1e0bac52cd6f7cce22ccfeac7e92cb5e3d4decafd0a372cc2a9cbae2ccbaeb9dcc2a9cbae2c330a', 'hex');
  expect(await all(put('old.csv', bytes))).toMatchObject([{ id: '7', title: '漏水', text: '水管漏水', likes: 3 }]);
});

test.each([
  ['broken.jsonl', '{"text":"a","label":"b"}\n{"text":', 'line 2: this is not JSON'],
  ['list.jsonl', '[1]\n', 'line 1: an object is wanted'],
  ['unlabelled.jsonl', '{"text":"a"}\n', 'line 1: there is no label'],
  ['number.jsonl', '{"text":{},"label":"b"}\n', 'line 1: text must be text'],
  ['empty.jsonl', '', 'is empty'],
  ['few.jsonl', '{"text":"a","label":"b"}\n', 'needs 20'],
])('says in plain words what is wrong with %s', async (name, content, words) => {
  await expect(learnFromFiles([put(name, content)])).rejects.toThrow(words);
});

test('says what is wrong with a model', async () => {
  await expect(loadModel(join(folder, 'nowhere'))).rejects.toThrow('There is no model');
  const from = put(
    'again.jsonl',
    inventedMessages(60)
      .map((one) => JSON.stringify(one))
      .join('\n'),
  );
  const at = join(folder, 'other');
  await saveModel(await learnFromFiles([from]), at);
  const head = readFileSync(join(at, 'model.json'), 'utf8');
  writeFileSync(join(at, 'model.json'), head.replace('"format": 2', '"format": 9'));
  await expect(loadModel(at)).rejects.toThrow('of version 9; this program reads version 2');
  writeFileSync(join(at, 'model.json'), head);
  writeFileSync(join(at, 'model.bin'), 'short');
  await expect(loadModel(at)).rejects.toThrow('damaged');
  await expect(learnFromFiles(['/nowhere/at-all.jsonl'])).rejects.toThrow('There is no file');
});
