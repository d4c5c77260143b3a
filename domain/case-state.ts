/** The parts that every case's state has. */
export interface CaseState {
  /** Version of the state's form; absent = 1. The judge writes it, `upgrade` reads it. */
  v?: number;
  id: string;
  number: string;
  stage: string;
  /** When the present stage began; UTC. */
  since: string;
}

/** How a unit stands to a case. */
export type Relation =
  'any' | 'lead' | 'participant' | 'office' | 'inspecting' | 'assigned' | 'addressee' | 'sender' | 'clock';
