/** When something that was written down on a phone counts as having happened. */
export interface Moment {
  at: Date;
  /** Why that is not the time the phone said: its clock was wrong, or it lay in the future. */
  adjusted: 'clock' | 'future' | null;
  /** Longer ago than what is still counted. */
  tooOld: boolean;
}

const tolerance = 120_000;
const oldest = 31 * 86_400_000;

/**
 * The order of a patrol is that of the phone's clock. A clock that is wrong by more than two minutes is put right by the difference between
 * what it said when it sent and when that arrived; nothing lies after its arrival; after 31 days a patrol is kept, but no longer counted.
 */
export function judgeMoment(deviceAt: Date, sentAt: Date, receivedAt: Date): Moment {
  const wrong = receivedAt.getTime() - sentAt.getTime();
  const skewed = Math.abs(wrong) > tolerance;
  const meant = deviceAt.getTime() + (skewed ? wrong : 0);
  const future = meant > receivedAt.getTime();
  const at = new Date(future ? receivedAt.getTime() : meant);
  const moved = Math.abs(at.getTime() - deviceAt.getTime()) > tolerance;
  return { at, adjusted: !moved ? null : skewed ? 'clock' : 'future', tooOld: receivedAt.getTime() - at.getTime() > oldest };
}
