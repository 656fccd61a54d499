import { type MatterDetail, matters } from '@gongzhi/contract/matters';
import { useDates } from '../../kit/dates.ts';
import { ErrorState } from '../../kit/error-state.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Tag } from '../../kit/state-tag.tsx';
import { useTexts } from '../../shell/language.ts';
import { useCall } from '../../shell/query.ts';
import { Drawer } from '../matter/drawer.tsx';
import { useCaseKind } from '../matter/kind.ts';
import { useLimitText } from '../matter/limit.ts';

/** How a deadline came about: the rule, the calendar, what counted, what did not, and who allowed each pause. */
export function ClockDrawer({ number, clock, onClose }: { number: string; clock: MatterDetail['clocks'][number]; onClose: () => void }) {
  const t = useTexts('case');
  const dates = useDates();
  const kind = useCaseKind();
  const limitText = useLimitText();
  const found = useCall(matters.explain, { params: { number, id: clock.id } });
  const span = (minutes: number) => dates.span(minutes * 60_000);
  return (
    <Drawer open title={t('clocks.explain', { name: kind.clock(clock.name) })} onClose={onClose}>
      <dl className="case-facts">
        <div>
          <dt>{t('clocks.rule')}</dt>
          <dd>{clock.rule}</dd>
        </div>
        <div>
          <dt>{t('clocks.limit')}</dt>
          <dd>{limitText(clock.limit)}</dd>
        </div>
        <div>
          <dt>{t('clocks.calendar')}</dt>
          <dd>{clock.calendar}</dd>
        </div>
        <div>
          <dt>{t('clocks.started')}</dt>
          <dd>{dates.moment(clock.startedAt)}</dd>
        </div>
        <div>
          <dt>{t('clocks.due')}</dt>
          <dd>
            <strong>{dates.moment(clock.dueAt)}</strong>
          </dd>
        </div>
        {clock.stoppedAt && (
          <div>
            <dt>{t('clocks.stopped')}</dt>
            <dd>
              {dates.moment(clock.stoppedAt)} {clock.breached && <Tag tone="red">{t('clocks.breached')}</Tag>}
            </dd>
          </div>
        )}
      </dl>
      {clock.pauses.length > 0 && (
        <>
          <h3>{t('clocks.pauses')}</h3>
          <ul className="case-pauses">
            {clock.pauses.map((pause) => (
              <li key={pause.from}>
                <p>
                  {dates.moment(pause.from)} – {pause.to ? dates.moment(pause.to) : t('clocks.stillPaused')}
                </p>
                <p>{pause.reason}</p>
                {pause.approvedBy && <p className="field-hint">{t('clocks.allowedBy', { name: pause.approvedBy })}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('clocks.steps')}</h3>
      {found.isLoading && <Loading />}
      {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
      <ol className="case-steps">
        {found.data?.steps.map((step) => (
          <li key={`${step.from}${step.kind}${step.cause ?? ''}`} data-kind={step.kind}>
            <strong>
              {step.kind === 'counted'
                ? t(step.cause === 'make-up' ? 'clocks.makeUp' : 'clocks.counted', { span: span(step.minutes) })
                : t('clocks.skipped', { cause: t(`cause.${step.cause ?? 'pause'}`) })}
            </strong>
            <span>
              {dates.moment(step.from)} – {dates.moment(step.to)}
            </span>
            {step.name && <span>{step.name}</span>}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
