import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { restore as read, backup as write } from '@gongzhi/platform/backup';
import type { Product } from '../product.ts';
import { Misused, type Verb } from '../verb.ts';

const schemasOf = (product: Product) => ['platform', ...product.modules.map((module) => module.name)];
const filesOf = ({ files }: Product) => ({
  list: () => files.digests(),
  read: async (digest: string) => buffer(await files.get(digest)),
  write: (content: Buffer) => files.put(content),
});

export const backup: Verb = {
  name: 'backup',
  summary: 'write everything but the master key into one file, while the product runs',
  args: [['<file>', 'such as gongzhi-2026-03-01.gz']],
  async run({ product, args, options, cwd, out }) {
    const opened = await product();
    const path = resolve(cwd, args[0] as string);
    if (existsSync(path)) throw new Misused(`${path} is there already; a backup overwrites nothing`);
    const written = await write(opened.database, path, {
      schemas: schemasOf(opened),
      files: filesOf(opened),
      onProgress: (what, done, total) => out.progress(what, done, total),
    });
    if (options.json) out.json({ file: path, ...written });
    else
      out.line(
        `${written.rows} rows and ${written.files} files written to ${path}. Keep the master key apart: without it contact data cannot be read.`,
      );
    return 0;
  },
};

export const restore: Verb = {
  name: 'restore',
  summary: 'fill an empty database from a backup, of either engine',
  alone: true,
  args: [['<file>', 'the backup']],
  async run({ product, args, options, cwd, out }) {
    const path = resolve(cwd, args[0] as string);
    if (!existsSync(path)) throw new Misused(`There is no file ${path}`);
    const opened = await product();
    const [held] = await opened.database.query('select 1 from matters.matter limit 1');
    const [areas] = await opened.database.query('select 1 from territory.area limit 1');
    if (held || areas) throw new Misused('The database is not empty; restore into a new one.');
    const done = await read(opened.database, path, {
      schemas: schemasOf(opened),
      files: filesOf(opened),
      onProgress: (what, rows, total) => out.progress(what, rows, total),
    });
    if (options.json) out.json(done);
    else out.line(`${done.rows} rows and ${done.files} files restored.`);
    return 0;
  },
};
