import { handlesIn } from '../../../../shared/text/handles.ts'
import type { Context } from '../../../context.ts'
import { invalidFields } from '../../../core/errors.ts'
import { type Parties, partiesOf } from '../cases/conflicts.ts'
import type { CaseRow } from '../cases/queries.ts'
import type { DecisionForm } from '../decide/form.ts'
import { readPeople } from '../people.ts'

/** Shorter names are words of their own too often. */
const SHORTEST = 3

const isPartOfWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign)

function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + name.length])) return true
  }
  return false
}

/** What in a text may say who reported, or name somebody else than whom it is for; each as it stands there. */
function namesIn(ctx: Context, text: string, { targetId, reporterIds }: Parties): string[] {
  const people = readPeople(ctx, [targetId, ...reporterIds])
  const namesOf = (id: number | null) => {
    const { acct, display_name } = people.get(id ?? 0) ?? { acct: '', display_name: '' }
    return [acct, acct.split('@')[0] ?? '', display_name].map((name) => name.toLowerCase())
  }
  const own = namesOf(targetId)
  const lower = text.toLowerCase()
  const reporters = reporterIds
    .flatMap(namesOf)
    .filter((name) => name.length >= SHORTEST && !own.includes(name) && standsIn(lower, name))
  const others = handlesIn(lower).filter((handle) => !own.includes(handle.slice(1)))
  return [...new Set([...others, ...reporters])].toSorted((a, b) => b.length - a.length)
}

function refuse(field: string, names: readonly string[], then: string) {
  const shown = names.filter((name) => !names.includes(`@${name}`))
  const description = `This may name somebody: ${shown.join(', ')}. ${then}`
  return invalidFields({ [field]: [{ error: 'ERR_NAMES', description }] })
}

/**
 * Refuses (422, `ERR_NAMES`) words that may name somebody: those to a person, unless somebody else reads them before
 * they are sent; and those of a warning, which everybody reads at once.
 */
export function checkNames(ctx: Context, row: CaseRow, { statement, actions, second_reader: isRead }: DecisionForm) {
  const parties = partiesOf(ctx, row)
  const shown = namesIn(ctx, actions.map(({ words }) => words).join('\n'), parties)
  if (shown.length > 0) throw refuse('words', shown, 'Everybody reads a warning: take it out.')
  const names = isRead ? [] : namesIn(ctx, statement, parties)
  if (names.length > 0) {
    throw refuse('statement', names, 'Take it out, or let somebody else read it before it is sent.')
  }
}

/** Refuses (422, `ERR_NAMES`) an answer to somebody about what was decided about them that may name another. */
export function checkAnswerNames(ctx: Context, row: CaseRow, reasons: string): void {
  const names = namesIn(ctx, reasons, partiesOf(ctx, row))
  if (names.length > 0) throw refuse('reasons', names, 'Take it out: who appeals learns of nobody who reported.')
}

/** The same words with every such name taken out. */
export function withoutNames(ctx: Context, row: CaseRow, text: string): string {
  let left = text
  for (const name of namesIn(ctx, text, partiesOf(ctx, row))) {
    for (let at = left.toLowerCase().indexOf(name); at >= 0; at = left.toLowerCase().indexOf(name)) {
      left = `${left.slice(0, at)}[…]${left.slice(at + name.length)}`
    }
  }
  return left
}
