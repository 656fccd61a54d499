interface Answers {
  reached?: boolean | undefined;
  contacted?: boolean | undefined;
  resolved?: boolean | undefined;
  satisfaction?: number | undefined;
  reasons?: string[] | undefined;
  comment?: string | undefined;
}

/** Answers as the input of an act: what was not said is absent. */
export function answeredInput({
  reached,
  contacted,
  resolved,
  satisfaction,
  reasons,
  comment,
}: Answers): Answers & Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ reached, contacted, resolved, satisfaction, reasons, comment }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
}
