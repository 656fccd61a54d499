import { z } from 'zod';
import { AreaCode, Id, Month, PageQuery, page, text } from './primitives.ts';
import { route } from './route.ts';

/** Figures as they stood when the report was written; a change of the ledger afterwards does not change them. */
export const ReportFigures = z.object({
  at: z.string(),
  total: z.object({
    reported: z.number(),
    closed: z.number(),
    open: z.number(),
    openOverdue: z.number(),
    onTime: z.number().nullable(),
    response: z.number().nullable(),
    resolution: z.number().nullable(),
    satisfaction: z.number().nullable(),
  }),
  /** The month before, and the same month a year before. */
  before: z.object({ month: z.object({ reported: z.number() }), year: z.object({ reported: z.number() }) }),
  days: z.array(z.object({ day: z.string(), reported: z.number(), closed: z.number() })),
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      reported: z.number(),
      closed: z.number(),
      openOverdue: z.number(),
      onTime: z.number().nullable(),
      satisfaction: z.number().nullable(),
    }),
  ),
  categories: z.array(z.object({ code: z.string(), name: z.string(), reported: z.number(), share: z.number() })),
  patrol: z.object({
    planned: z.number(),
    missed: z.number(),
    findings: z.number(),
    solved: z.number(),
    cases: z.number(),
    visits: z.number(),
  }),
  cases: z.array(
    z.object({ number: z.string(), title: z.string(), areaName: z.string(), openedAt: z.string(), unit: z.string().nullable() }),
  ),
});
export type ReportFigures = z.infer<typeof ReportFigures>;

export const ReportSection = z.object({
  /** Which table and chart stand in the section; free sections have none. */
  key: z.enum(['summary', 'trend', 'areas', 'categories', 'patrol', 'cases', 'next', 'free']),
  heading: text(80, 1),
  text: text(6000),
});
export type ReportSection = z.infer<typeof ReportSection>;

const ReportHead = z.object({
  id: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  month: z.string(),
  edition: z.number(),
  state: z.enum(['draft', 'issued']),
  title: z.string(),
  version: z.number(),
  writtenBy: z.string(),
  writtenAt: z.string(),
  issuedBy: z.string().nullable(),
  issuedAt: z.string().nullable(),
});
export type ReportHead = z.infer<typeof ReportHead>;
export const Report = ReportHead.extend({
  sections: z.array(ReportSection),
  figures: ReportFigures,
  /** SHA-256 over what was issued; null while it is a draft. */
  hash: z.string().nullable(),
  /** Whether what is shown still is what was issued. */
  intact: z.boolean(),
});
export type Report = z.infer<typeof Report>;

const either = ['report.write', 'report.issue'] as const;
const ById = z.object({ id: Id });

export const reports = {
  list: route({
    name: 'command.list-reports',
    method: 'GET',
    path: '/api/monthly-reports',
    summary: 'Monthly reports, newest first',
    access: either,
    scope: 'area',
    query: PageQuery,
    answer: page(ReportHead),
  }),
  write: route({
    name: 'command.write-report',
    method: 'POST',
    path: '/api/monthly-reports',
    summary: 'Write the report of a month from the ledger, as a draft; after an issued one it is the next edition',
    access: 'report.write',
    scope: 'area',
    body: z.object({ areaCode: AreaCode, month: Month }),
    answer: Report,
    status: 201,
    idempotent: true,
  }),
  read: route({
    name: 'command.read-report',
    method: 'GET',
    path: '/api/monthly-reports/:id',
    summary: 'One report with its figures',
    access: either,
    scope: 'area',
    params: ById,
    answer: Report,
  }),
  edit: route({
    name: 'command.edit-report',
    method: 'PUT',
    path: '/api/monthly-reports/:id',
    summary: 'Change the words of a draft; figures are the ledger’s and are not edited. `version` is the one that was seen',
    access: 'report.write',
    scope: 'area',
    params: ById,
    body: z.object({
      version: z.number().int().min(1).max(1_000_000),
      title: text(120, 2),
      sections: z.array(ReportSection).min(1).max(30),
    }),
    answer: Report,
  }),
  issue: route({
    name: 'command.issue-report',
    method: 'POST',
    path: '/api/monthly-reports/:id/issue',
    summary: 'Issue a draft: from then on it is frozen under its hash',
    access: 'report.issue',
    scope: 'area',
    params: ById,
    body: z.object({ version: z.number().int().min(1).max(1_000_000) }),
    answer: Report,
  }),
  docx: route({
    name: 'command.report-docx',
    method: 'GET',
    path: '/api/monthly-reports/:id/report.docx',
    summary: 'The report as a Word document',
    access: either,
    scope: 'area',
    params: ById,
    produces: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  }),
};
