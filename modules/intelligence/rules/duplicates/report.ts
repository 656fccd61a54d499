/** A report of something, to be compared with others. */
export interface Report {
  id: string;
  title: string;
  text: string;
  category?: string | null;
  longitude?: number | null;
  latitude?: number | null;
  /** Where it was said to be, beside what the text says. */
  place?: string | null;
  at: Date | null;
}
