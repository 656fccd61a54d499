import { SelectField } from './fields.tsx';

export const systems = ['wgs84', 'gcj02', 'bd09'] as const;
export type System = (typeof systems)[number];
const names: Record<System, string> = { wgs84: 'WGS 84 / CGCS2000', gcj02: 'GCJ-02', bd09: 'BD-09' };

/** Which coordinates a file is in. */
export function CoordinatesField({ label, value, onChange }: { label: string; value: System; onChange: (value: System) => void }) {
  return (
    <SelectField
      label={label}
      value={value}
      onChange={(next) => onChange(next as System)}
      options={systems.map((system) => ({ value: system, label: names[system] }))}
    />
  );
}
