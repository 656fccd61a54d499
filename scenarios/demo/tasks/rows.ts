import type { BulkMatter } from '@gongzhi/matters';
import type { DutyItemDemo } from './duty-items.ts';

export interface SheetDemo {
  id: string;
  areaCode: string;
  period: number;
  opensOn: string;
  dueOn: string;
  answers: Record<string, unknown> | null;
  filled: unknown[] | null;
  note: string | null;
  minutes: number | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  answeredName: string | null;
}

/** A task in a community with its turns. Its details lack the number of its admission, which the ledger gives. */
export interface TaskDemo {
  /** Place of its admission in `admissions`; null: the department placed it without one. */
  admission: number | null;
  matter: BulkMatter;
  departmentId: string;
  type: string;
  withForm: boolean;
  from: string;
  to: string;
  endedOn: string | null;
  sheets: SheetDemo[];
}

/** A year of department tasks. */
export interface TasksDemo {
  items: DutyItemDemo[];
  admissions: BulkMatter[];
  tasks: TaskDemo[];
}
