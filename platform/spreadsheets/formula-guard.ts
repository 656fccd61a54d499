/**
 * Spreadsheet programs run a CSV cell that begins like a formula, and a resident may have typed it (=HYPERLINK(…), =cmd|…). The rule of
 * OWASP ("CSV Injection"): what begins with = + - @, a tab or a carriage return gets an apostrophe in front; their full-width forms
 * and leading blanks are covered too. Left alone is what can hold no call and no reference: signed numbers, telephone numbers such as
 * +86 138-0000-0000, percentages and rows of dashes. Only CSV needs this: a string cell of a workbook is never run.
 */
export function guardFormula(text: string): string {
  return dangerous.test(text) && !harmless.test(text) ? `'${text}` : text;
}

/** Takes the guard off again, so that what was exported can be imported unchanged. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text;
}

const dangerous = /^(?:[\t\r\n]|[ \u00a0\u3000]*[=+\-@＝＋－＠])/;
const harmless = /^(?:[+-]?[\d(][\d ().,-]*%?|[+-]?[\d.]+(?:e[+-]?\d+)?|[-－]+)$/i;
