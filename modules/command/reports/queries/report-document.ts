import type { Report } from '@gongzhi/contract/reports';
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { tableOf } from '../rules/report-tables.ts';

/** Fonts that every office computer in the country has; the reader's own stands in where one is missing. */
const fonts = { body: { ascii: 'Times New Roman', eastAsia: '仿宋' }, heading: { ascii: 'Times New Roman', eastAsia: '黑体' } };
const half = 2;

/** The report as a Word file, laid out like an office document: the words first, then the table of the section. */
export async function reportDocument(report: Report): Promise<Buffer> {
  const paragraph = (text: string, options: { bold?: boolean } = {}) =>
    new Paragraph({
      indent: { firstLine: 640 },
      spacing: { line: 420 },
      children: [new TextRun({ text, size: 16 * half, font: fonts.body, ...options })],
    });
  const cell = (text: string, bold: boolean) =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [new Paragraph({ children: [new TextRun({ text, size: 11 * half, font: fonts.body, bold })] })],
    });
  const sections = report.sections.flatMap((section) => {
    const table = tableOf(section.key, report.figures);
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        spacing: { before: 240, after: 120 },
        children: [new TextRun({ text: section.heading, size: 16 * half, bold: true, color: '000000', font: fonts.heading })],
      }),
      ...section.text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => paragraph(line)),
      ...(table
        ? [
            new Table({
              width: { size: 100, type: WidthType.PERCENTAGE },
              rows: [
                new TableRow({ tableHeader: true, children: table.heads.map((head) => cell(head, true)) }),
                ...table.rows.map((row) => new TableRow({ children: row.map((text) => cell(text, false)) })),
              ],
            }),
          ]
        : []),
    ];
  });
  const issued =
    report.issuedAt === null
      ? '草稿，未签发'
      : `${report.issuedBy ?? ''} ${report.issuedAt.slice(0, 10)} 签发，第 ${report.edition} 版，校验码 ${report.hash ?? ''}`;
  const document = new Document({
    title: report.title,
    creator: report.areaName,
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { after: 320 },
            children: [new TextRun({ text: report.title, size: 22 * half, bold: true, color: '000000', font: fonts.heading })],
          }),
          ...sections,
          new Paragraph({ spacing: { before: 400 }, children: [new TextRun({ text: issued, size: 10 * half, font: fonts.body })] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
