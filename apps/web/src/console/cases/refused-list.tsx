import { useProblemText } from '../../kit/problem-text.ts';

/** Who was refused, and why. */
export function RefusedList({ title, refused }: { title: string; refused: readonly { number: string; code: string; reason: string }[] }) {
  const say = useProblemText();
  return (
    <section className="cases-refused" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {refused.map(({ number, code, reason }) => (
          <li key={number}>
            <code>{number}</code> {say({ code, title: reason, detail: reason, status: 409 })}
          </li>
        ))}
      </ul>
    </section>
  );
}
