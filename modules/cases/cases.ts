import type { Actor } from '@gongzhi/contract/actor';
import type { cases } from '@gongzhi/contract/cases';
import type { MatterFilter } from '@gongzhi/contract/matters';
import type { ImportReport } from '@gongzhi/contract/primitives';
import type { AnswerOf, QueryOf } from '@gongzhi/contract/route';
import type { Identity } from '@gongzhi/identity';
import type { Intelligence } from '@gongzhi/intelligence';
import type { Kind, Matters, OpenedMatter } from '@gongzhi/matters';
import type { Organisations } from '@gongzhi/organisations';
import type { Connection, Database } from '@gongzhi/platform/database';
import type { FileStore } from '@gongzhi/platform/files';
import type { BoundRoute, RawRoutes } from '@gongzhi/platform/http';
import type { JobDefinition } from '@gongzhi/platform/jobs';
import type { ModuleParts } from '@gongzhi/platform/module';
import type { FactConsumer } from '@gongzhi/platform/outbox';
import type { SheetToWrite } from '@gongzhi/platform/spreadsheets';
import type { Territory } from '@gongzhi/territory';
import type { OpenCaseDeps, OpenCaseInput, OpenCaseOptions } from './commands/open-case.ts';
import type { CaseRules } from './rules/case-terms.ts';

export interface CasesDeps {
  database: Database;
  territory: Territory;
  organisations: Organisations;
  identity: Identity;
  matters: Matters;
  files: FileStore;
  /** Suggestions learned from closed cases; without it the words of the categories have to do. */
  intelligence?: Pick<Intelligence, 'suggest' | 'setLikes'>;
  /** Puts a job into its queue (platform/jobs). */
  send(name: string, data: object, options?: { key?: string; after?: number }): Promise<void>;
  /** Folder for uploaded spreadsheets while they are imported. */
  importFolder: string;
  /** A key of 32 bytes for a purpose, derived from the master key: tokens of links are made with it. */
  secret(purpose: string): Buffer;
  /** Base of links sent to people, such as https://example.org; null: relative. */
  publicUrl: string | null;
  now?: () => Date;
}

/** What the parts of this module share: everything of the deps, the kind and the rules in force. */
export interface CasesCore extends CasesDeps, OpenCaseDeps {
  kind: Kind;
  rules(): CaseRules;
  redact(text: string): string;
  open(actor: Actor, input: OpenCaseInput, options?: OpenCaseOptions): Promise<OpenedMatter>;
}

export interface ImportOptions {
  path: string;
  name: string;
  mapping?: Record<string, string | null>;
  encoding?: string;
  timezone?: string;
  dateOrder?: 'year-first' | 'month-first' | 'day-first';
  coordinateSystem?: 'wgs84' | 'gcj02' | 'bd09';
  defaultArea?: string;
  /** Name of the source system: with the external number it makes a row known. */
  source: string;
  dryRun: boolean;
  onProgress?(done: number, total: number | null): void;
}

/** What a part of the module adds. */
export interface CasesPart {
  routes?: BoundRoute[];
  raw?: RawRoutes[];
  consumers?: FactConsumer[];
  jobs?: JobDefinition[];
}

export interface Cases {
  parts: ModuleParts;
  kind: Kind;
  open(actor: Actor, input: OpenCaseInput, options?: OpenCaseOptions): Promise<OpenedMatter>;
  importCases(actor: Actor, options: ImportOptions): Promise<ImportReport>;
  /** The filtered list as a sheet, to be written as CSV or XLSX; without contact data. */
  exportSheet(actor: Actor, filter: MatterFilter, language: 'zh' | 'en'): SheetToWrite;
  /** Recomputes the roll-ups of figures from the ledger, for bulk loads. */
  rebuildFigures(connection: Connection): Promise<void>;
  rules(): CaseRules;
  /** The rates of a period as `GET /api/rates` answers them, for modules above; the system reads everywhere. */
  rates(actor: Actor, query: QueryOf<typeof cases.rates>): Promise<AnswerOf<typeof cases.rates>>;
  /** Link to the survey of a closed case for its reporter; null where there is none. */
  surveyLink(matterId: string): string;
  /** The walls as everybody reads them, for pages that are written on the server. */
  walls: WallReaders;
}

export interface WallReaders {
  list(query: QueryOf<typeof cases.wall>): Promise<AnswerOf<typeof cases.wall>>;
  /** Refuses what is not on a wall. */
  read(number: string): Promise<AnswerOf<typeof cases.wallCase>>;
  figures(area: string | null): Promise<AnswerOf<typeof cases.wallFigures>>;
  /** Numbers of the newest cases of a wall and when they last changed, for search engines. */
  newest(wall: 'problems' | 'echoes', limit: number): Promise<{ number: string; at: Date }[]>;
}
