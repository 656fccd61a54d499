import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { readRows, SpreadsheetRefused, sniff } from '@gongzhi/platform/spreadsheets';
import { CannotRead } from './cannot-read.ts';

/** One message of a file, as far as the file tells. */
export interface Message {
  /** Given, or the number of its line. */
  id: string;
  title: string;
  text: string;
  tokens?: string;
  label?: string | string[];
  category?: string;
  place?: string;
  longitude?: number;
  latitude?: number;
  at: Date | null;
  likes: number;
  /** Line in the file, from 1. */
  line: number;
}

const names: Record<string, readonly string[]> = {
  id: ['id', '编号', '留言编号', 'number', '工单编号', '诉求编号'],
  title: ['title', '主题', '留言主题', '标题'],
  text: ['text', 'body', 'content', '详情', '留言详情', '内容', '诉求内容'],
  tokens: ['tokens', 'words', '分词'],
  label: ['label', 'labels', '一级标签', '标签'],
  category: ['category', '类别', '分类'],
  place: ['place', 'address', '地点', '地址'],
  longitude: ['longitude', 'lon', 'lng', '经度'],
  latitude: ['latitude', 'lat', '纬度'],
  time: ['time', 'at', 'date', 'openedat', '时间', '留言时间', '反映时间'],
  likes: ['likes', '点赞数', '点赞', '赞'],
};
const fieldOf = new Map(Object.entries(names).flatMap(([field, all]) => all.map((name) => [name, field] as const)));

/** Messages of a JSONL or CSV/XLSX file, one at a time: UTF-8 with or without a mark, or GB18030. Throws CannotRead with the line. */
export async function* readMessages(path: string, labelField = 'label'): AsyncGenerator<Message> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new CannotRead(`There is no file ${path}`);
  if (!found.isFile()) throw new CannotRead(`${path} is not a file`);
  if (found.size === 0) throw new CannotRead(`${path} is empty`);
  const start = await firstBytes(path, 65_536);
  const encoding = encodingOf(start);
  const first = new TextDecoder(encoding)
    .decode(start)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/\.(jsonl|ndjson|json)$/i.test(path) || first.startsWith('{')) yield* readLines(path, encoding, labelField);
  else yield* readSheet(path, labelField);
}

async function firstBytes(path: string, most: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    // The cut may lie within a character: `stream` leaves it open.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** A line of a hundred megabytes is no message. Characters. */
const longestLine = 4_000_000;

async function* lines(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  for await (const chunk of createReadStream(path)) {
    const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
    if (rest.length > longestLine) throw new CannotRead(`${path} has a line of more than ${longestLine} characters`);
  }
  yield rest + decoder.decode();
}

async function* readLines(path: string, encoding: string, labelField: string): AsyncGenerator<Message> {
  let line = 0;
  for await (const raw of lines(path, encoding)) {
    line += 1;
    const text = raw.replace(/^\ufeff/, '').trim();
    if (text === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new CannotRead(`${path}, line ${line}: this is not JSON`);
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      throw new CannotRead(`${path}, line ${line}: an object is wanted`);
    yield messageOf(value as Record<string, unknown>, line, labelField, path);
  }
}

async function* readSheet(path: string, labelField: string): AsyncGenerator<Message> {
  const source = path;
  try {
    const { headerRow, header, ...reading } = await sniff(source);
    const choices = {
      ...(reading.encoding ? { encoding: reading.encoding } : {}),
      ...(reading.delimiter ? { delimiter: reading.delimiter } : {}),
    };
    for await (const row of readRows(source, choices)) {
      if (row.row <= headerRow) continue;
      yield messageOf(Object.fromEntries(header.map((name, at) => [name, row.cells[at] ?? ''])), row.row, labelField, path);
    }
  } catch (error) {
    if (error instanceof SpreadsheetRefused) throw new CannotRead(`${path} cannot be read as a table: ${error.message}`);
    throw error;
  }
}

function messageOf(row: Record<string, unknown>, line: number, labelField: string, path: string): Message {
  const value: Record<string, unknown> = {};
  for (const [name, cell] of Object.entries(row)) {
    const field = name === labelField ? 'label' : fieldOf.get(name.trim().toLowerCase());
    if (field === 'label' && name !== labelField && labelField !== 'label') continue;
    if (field && (value[field] === undefined || name === labelField)) value[field] = cell;
  }
  const word = (field: string): string | undefined => {
    const cell = value[field];
    if (cell === undefined || cell === null) return undefined;
    if (typeof cell === 'string') return cell;
    if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
    throw new CannotRead(`${path}, line ${line}: ${field} must be text`);
  };
  const number = (field: string): number | undefined => {
    const cell = value[field];
    const read = typeof cell === 'number' ? cell : typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : Number.NaN;
    return Number.isFinite(read) ? read : undefined;
  };
  const tokens = Array.isArray(value.tokens) ? value.tokens.filter((token) => typeof token === 'string').join(' ') : word('tokens');
  const label = labelOf(value.label, path, line);
  const category = word('category');
  const place = word('place');
  const [longitude, latitude] = [number('longitude'), number('latitude')];
  return {
    id: word('id') || String(line),
    title: word('title') ?? '',
    text: word('text') ?? '',
    ...(tokens === undefined ? {} : { tokens }),
    ...(label === undefined ? {} : { label }),
    ...(category ? { category } : {}),
    ...(place ? { place } : {}),
    ...(longitude !== undefined && latitude !== undefined ? { longitude, latitude } : {}),
    at: whenOf(word('time')),
    likes: Math.max(0, number('likes') ?? 0),
    line,
  };
}

function labelOf(value: unknown, path: string, line: number): string | string[] | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.length > 0 ? (value as string[]) : undefined;
  throw new CannotRead(`${path}, line ${line}: the label must be text or a list of texts`);
}

function whenOf(text: string | undefined): Date | null {
  if (!text) return null;
  const found = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?/.exec(text);
  if (!found) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = found;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour) - 8, Number(minute), Number(second)));
  return Number.isNaN(at.getTime()) ? null : at;
}
