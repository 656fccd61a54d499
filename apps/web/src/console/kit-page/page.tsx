import { Icon, iconNames } from '../../kit/icon.tsx';
import { useTexts } from '../../shell/language.ts';

export default function KitPage() {
  const t = useTexts('console');
  return (
    <main id="main" tabIndex={-1}>
      <h1>{t('kit.title')}</h1>
      <ul className="pills">
        {iconNames.map((name) => (
          <li key={name}>
            <Icon name={name} label={name} />
          </li>
        ))}
      </ul>
    </main>
  );
}
