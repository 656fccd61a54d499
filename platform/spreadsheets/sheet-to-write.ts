import { wallClock } from './zoned-time.ts';

export type OutCell = string | number | boolean | Date | null | undefined;

/** A table to be written row by row; rows are drawn only as fast as the reader takes them. */
export interface SheetToWrite {
  header: readonly string[];
  rows: AsyncIterable<readonly OutCell[]> | Iterable<readonly OutCell[]>;
  /** IANA zone in whose wall clock dates are written. */
  timezone: string;
  /** Name of the sheet in a workbook; `Sheet1` unless given. */
  name?: string;
}

/** 2019-02-14 20:00:00, read back by every spreadsheet program and by parseWhen(). */
export function wallClockText(when: Date, timezone: string): string {
  return new Date(wallClock(when, timezone)).toISOString().slice(0, 19).replace('T', ' ');
}
