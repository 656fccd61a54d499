/** Text that may stand in a page as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] as string);

type Value = string | number | Markup | null | undefined | false | readonly Value[];
const written = (value: Value): string =>
  value === null || value === undefined || value === false
    ? ''
    : value instanceof Markup
      ? value.text
      : Array.isArray(value)
        ? value.map(written).join('')
        : escaped(String(value));

/** HTML whose holes are filled escaped: what a person wrote can never become markup. Null, undefined and false leave nothing. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Markup =>
  new Markup(parts.map((part, index) => part + written(values[index])).join(''));

/** JSON inside a script element: no text can end the element. */
export const json = (value: unknown): Markup => new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));
