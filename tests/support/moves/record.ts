import type { MediationState } from '../../../shared/api/mediation.ts'
import type { Move } from '../../../shared/mediation/move.ts'
import { moves } from '../../../shared/mediation/moves.ts'
import type { TestServer } from '../server.ts'

/** What happened in the cases of a server, noted as it happens: it outlives the cases that leave no trace. */
export type Record = {
  /** Every move that was made, as `state role verb`. */
  made(): Set<string>
  /** Every way from a state to another, as `state verb state`. */
  led(): Set<string>
  /** How often something happened in a case. */
  times(id: string, verb: string): number
}

/** Notes from now on what happens in any case of this server. */
export function record(server: TestServer): Record {
  const { db } = server.ctx
  db.exec(`
    CREATE TEMP TABLE made (case_id INTEGER, state TEXT, role TEXT, verb TEXT);
    CREATE TEMP TABLE led (before TEXT, verb TEXT, after TEXT);
    CREATE TEMP TRIGGER note_move AFTER INSERT ON main.mediation_events BEGIN
      INSERT INTO made SELECT id, state, NEW.role, NEW.verb FROM mediation_cases WHERE id = NEW.case_id;
    END;
    CREATE TEMP TRIGGER note_way AFTER UPDATE OF state ON main.mediation_cases WHEN OLD.state <> NEW.state BEGIN
      INSERT INTO led SELECT OLD.state, verb, NEW.state FROM mediation_events
        WHERE case_id = NEW.id ORDER BY seq DESC LIMIT 1;
    END;
  `)
  const list = (sql: string, ...values: unknown[]) =>
    db
      .prepare(sql)
      .pluck()
      .all(...values) as string[]
  return {
    made: () => new Set(list(`SELECT DISTINCT state || ' ' || role || ' ' || verb FROM temp.made`)),
    led: () => new Set(list(`SELECT DISTINCT before || ' ' || verb || ' ' || after FROM temp.led`)),
    times: (id, verb) => list(`SELECT 1 FROM temp.made WHERE case_id = ? AND verb = ?`, Number(id), verb).length,
  }
}

const table: readonly Move[] = moves

/** Every move of the table, as `state role verb`. */
export const allMoves = (): string[] =>
  table.flatMap(({ verb, by, from }) => from.flatMap((state) => by.map((role) => `${state} ${role} ${verb}`)))

/** Every way of the table from a state to another, as `state verb state`. */
export const allWays = (): string[] =>
  table.flatMap(({ verb, from, leads }) =>
    from.flatMap((state: MediationState) => leads.filter((to) => to !== state).map((to) => `${state} ${verb} ${to}`)),
  )
