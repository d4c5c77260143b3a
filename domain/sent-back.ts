/** Work that came back to whoever did it: who sent it, when, and why. */
export interface SentBack {
  /** Account of the person who sent it back. */
  by: string;
  at: string;
  /** Absent only where somebody took back what they had done themselves. */
  reason?: string;
}
