import { useState } from 'react';
import { useTexts } from '../shell/language.ts';

export interface Position {
  longitude: number;
  latitude: number;
}

/** Asks the phone where it is, once, when the person presses the button. Refusal and failure come back in words. */
export function usePosition(onFound: (at: Position & { accuracy: number }) => void) {
  const t = useTexts('resident');
  const [state, setState] = useState<{ asking: boolean; problem: string | null }>({ asking: false, problem: null });
  const ask = () => {
    if (!window.isSecureContext || !navigator.geolocation) {
      setState({ asking: false, problem: t('position.insecure') });
      return;
    }
    setState({ asking: true, problem: null });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState({ asking: false, problem: null });
        onFound({ longitude: coords.longitude, latitude: coords.latitude, accuracy: Math.round(coords.accuracy) });
      },
      ({ code }) => setState({ asking: false, problem: t(code === 1 ? 'position.denied' : 'position.failed') }),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 5_000 },
    );
  };
  return { ...state, ask };
}

/** Metres between two points on the sphere. */
export function metresBetween(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const h = half(a.latitude, b.latitude) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}
/** 85 m, 1.2 km. */
export const distanceText = (metres: number): string =>
  metres < 1000 ? `${Math.max(5, Math.round(metres / 5) * 5)} m` : `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} km`;
