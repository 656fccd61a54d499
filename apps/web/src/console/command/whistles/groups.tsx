import type { AnswerOf } from '@gongzhi/contract/route';
import type { whistles } from '@gongzhi/contract/whistles';
import { useTexts } from '../../../shell/language.ts';

type Figures = AnswerOf<typeof whistles.figures>;

interface GroupsProps {
  figures: Figures;
  /** Shows the rows of a unit, of a subdistrict, or of a ground. */
  onOpen: (change: Record<string, string>) => void;
}

/** Figures by unit, by subdistrict and by ground; each name shows its rows in the list. */
export function Groups({ figures, onOpen }: GroupsProps) {
  const t = useTexts('whistles');
  const tables = [
    { key: 'organisation', title: t('group.units'), rows: figures.byUnit },
    { key: 'whistler', title: t('group.whistlers'), rows: figures.byWhistler },
    {
      key: 'ground',
      title: t('group.grounds'),
      rows: figures.byGround.map((row) => ({ ...row, name: t(`ground.${row.id as 'emergency'}`) })),
    },
  ];
  return (
    <>
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ key, title, rows }) => (
          <details key={key} className="card command-card">
            <summary>{title}</summary>
            <div className="command-scroll">
              <table className="command-table">
                <thead>
                  <tr>
                    <th scope="col">{title}</th>
                    <th scope="col">{t('figure.whistles')}</th>
                    <th scope="col">{t('figure.problems')}</th>
                    <th scope="col">{t('group.closed')}</th>
                    <th scope="col">{t('late')}</th>
                    <th scope="col">{t('group.rating')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <th scope="row">
                        <button type="button" className="button button-quiet" onClick={() => onOpen({ [key]: row.id })}>
                          {row.name}
                        </button>
                      </th>
                      <td>{row.whistles}</td>
                      <td>{row.problems}</td>
                      <td>{row.closed}</td>
                      <td>{row.late}</td>
                      <td>{row.rating ?? '—'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        ))}
    </>
  );
}
