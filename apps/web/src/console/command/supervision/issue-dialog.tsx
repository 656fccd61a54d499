import { type Grade, grades, supervision } from '@gongzhi/contract/supervision';
import { useId, useState } from 'react';
import { useDates } from '../../../kit/dates.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { Field } from '../../../kit/field.tsx';
import { useProblemText } from '../../../kit/problem-text.ts';
import { toast } from '../../../kit/toast.tsx';
import { useTexts } from '../../../shell/language.ts';
import { pickers } from '../../../shell/pickers.tsx';
import { useAct } from '../../../shell/query.ts';
import { LinesField, SelectField } from '../../admin/fields.tsx';

const MatterPicker = pickers.matter!;

/** Gives a card by hand; where another supervisor has given one, it is told first. */
export function IssueDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('supervision');
  const dates = useDates();
  const say = useProblemText();
  const id = useId();
  const [matter, setMatter] = useState('');
  const [grade, setGrade] = useState<Grade>('yellow');
  const [reason, setReason] = useState('');
  const issue = useAct(supervision.issue, {
    stale: [supervision.list, supervision.figures],
    onDone: (answer) => {
      toast(t('form.done', { number: answer.number }), 'done');
      onClose();
    },
  });
  const standing = issue.error?.code === 'card-standing' ? (issue.error.document.card as Standing) : null;
  const send = (anyway: boolean) => issue.mutate({ body: { matter, grade, reason, anyway } });
  return (
    <Dialog open title={t('form.title')} onClose={onClose} width={34}>
      <form
        className="command-form"
        onSubmit={(event) => {
          event.preventDefault();
          send(false);
        }}
      >
        <Field id={id} label={t('form.matter')} required>
          <MatterPicker
            id={id}
            value={matter}
            several={false}
            max={1}
            invalid={false}
            onChange={(value) => setMatter((value as string) ?? '')}
          />
        </Field>
        <SelectField
          label={t('form.grade')}
          value={grade}
          onChange={(value) => setGrade(value as Grade)}
          options={grades.map((value) => ({ value, label: t(`grade.${value}`) }))}
        />
        <LinesField label={t('form.reason')} required maxLength={500} value={reason} onChange={setReason} />
        {issue.error && (
          <p className="field-problem" role="alert">
            {say(issue.error)}
            {standing && ` ${t('form.standing', { ...standing, at: dates.moment(standing.at), grade: t(`grade.${standing.grade}`) })}`}
          </p>
        )}
        <div className="schema-form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('cancel')}
          </button>
          {issue.error?.code === 'card-standing' && (
            <button type="button" className="button button-danger" disabled={issue.isPending} onClick={() => send(true)}>
              {t('form.anyway')}
            </button>
          )}
          <button type="submit" className="button button-primary" disabled={issue.isPending || !matter || reason.length < 2}>
            {t('send')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface Standing {
  number: string;
  grade: Grade;
  by: string;
  at: string;
  reason: string;
}
