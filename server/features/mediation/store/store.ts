import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { type TextClass, textClasses } from '../../../../shared/mediation/retention.ts'
import { readKey } from '../../../core/secrets.ts'
import { migrate } from '../../../db/migrate.ts'
import { type Db, openDatabase } from '../../../db/open.ts'
import { type CaseKeys, type KeyName, openBytes, openCaseKeys, sealBytes } from './keys.ts'
import { classesOf, deleteClass, deleteTexts, insertText, textsBefore, textsByIds } from './queries.ts'

/** Sealed texts are filled up to a multiple of this many bytes, so that their length does not say "yes" or "no". */
const BLOCK = 512

/** What is said in mediations: sealed rows in `mediation.sqlite`, under keys that can be destroyed. */
export type SealedTexts = {
  /**
   * Seals a value (as JSON) and gives its id; it is on the disk when this returns. Called before the transaction
   * commits whose row refers to it, so that there is never a row without its text.
   */
  write(caseId: number, cls: TextClass, value: unknown): number
  /** The value, or undefined where it or its key is gone. Its shape is whatever was written. */
  read(textId: number): unknown
  /** The values that can be opened, by id, in one query. */
  readMany(textIds: readonly number[]): Map<number, unknown>
  /**
   * Destroys the keys of a case (or of one class of it), then its rows and their traces in the file. It cannot be
   * undone: it is called once the transaction is committed that says so, and may be called again.
   */
  shred(caseId: number, cls?: TextClass): void
  /** Takes single texts away, once it is committed that nothing refers to them; the class keeps its key. */
  drop(textIds: readonly number[]): void
  /** Whether a key of the case (or of one class of it) is there and opens. */
  has(caseId: number, cls?: TextClass): boolean
  /** Takes away texts written before a time to which nothing refers, and keys without a text. */
  sweepOrphans(referenced: Referenced, olderThan: number): void
  close(): void
}

/** Which of these texts something refers to. */
type Referenced = (texts: readonly { id: number; caseId: number }[]) => ReadonlySet<number>

type Parts = { dataDir: string; secretsDir: string; now(): number; newId(): number }

const purposeOf = ({ caseId, cls }: KeyName, id: number) => `${caseId}.${cls}.${id}`

/** JSON may end in spaces. */
function toBlocks(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value))
  const filled = Buffer.alloc(Math.ceil(text.length / BLOCK) * BLOCK, ' ')
  text.copy(filled)
  return filled
}

/** Opens (or makes) `mediation.sqlite` in the data folder and the keys in the secrets folder; `maxPages` as there. */
export function openSealedTexts({ dataDir, secretsDir, now, newId }: Parts, maxPages?: number): SealedTexts {
  const path = join(dataDir, 'mediation.sqlite')
  const db = openDatabase(path, maxPages)
  chmodSync(path, 0o600)
  migrate(db, 'sealed')
  const keys = openCaseKeys(secretsDir, readKey(secretsDir, 'mediation.key'))
  const readMany = (textIds: readonly number[]) => openTexts(db, keys, textIds)
  return {
    write: (caseId, cls, value) => writeText(db, keys, { caseId, cls }, { id: newId(), value, now: now() }),
    read: (textId) => readMany([textId]).get(textId),
    readMany,
    shred: (caseId, cls) => shred(db, keys, caseId, cls),
    drop(textIds) {
      deleteTexts(db, { ids: JSON.stringify(textIds) })
      db.pragma('wal_checkpoint(TRUNCATE)')
    },
    has: (caseId, cls) => (cls ? [cls] : textClasses).some((one) => keys.find({ caseId, cls: one }) !== undefined),
    sweepOrphans: (referenced, olderThan) => sweepOrphans(db, keys, referenced, olderThan),
    close: () => void db.close(),
  }
}

function writeText(db: Db, keys: CaseKeys, name: KeyName, text: { id: number; value: unknown; now: number }): number {
  const known = keys.find(name)
  const key = known ?? keys.make(name)
  try {
    const sealed = sealBytes(key, purposeOf(name, text.id), toBlocks(text.value))
    insertText(db, { id: text.id, caseId: name.caseId, class: name.cls, sealed, createdAt: text.now })
  } catch (thrown) {
    if (!known) keys.destroy(name)
    throw thrown
  }
  return text.id
}

function openTexts(db: Db, keys: CaseKeys, textIds: readonly number[]): Map<number, unknown> {
  const found = new Map<string, Buffer | undefined>()
  const keyOf = (name: KeyName) => {
    const spot = `${name.caseId}.${name.cls}`
    if (!found.has(spot)) found.set(spot, keys.find(name))
    return found.get(spot)
  }
  const opened = new Map<number, unknown>()
  for (const { id, caseId, class: cls, sealed } of textsByIds(db, { ids: JSON.stringify(textIds) })) {
    const key = keyOf({ caseId, cls })
    const plain = key && openBytes(key, purposeOf({ caseId, cls }, id), sealed)
    if (plain) opened.set(id, JSON.parse(plain.toString('utf8')))
  }
  return opened
}

/** The keys first: what comes after may fail on a full disk, and then nothing can be read any more already. */
function shred(db: Db, keys: CaseKeys, caseId: number, cls?: TextClass): void {
  const classes = cls ? [cls] : textClasses
  for (const one of classes) keys.destroy({ caseId, cls: one })
  for (const one of classes) deleteClass(db, { caseId, class: one })
  forgetDeleted(db)
}

/** Leaves no copy of deleted rows in the file or beside it. */
function forgetDeleted(db: Db): void {
  db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
}

function sweepOrphans(db: Db, keys: CaseKeys, referenced: Referenced, before: number): void {
  let after = 0
  for (;;) {
    const texts = textsBefore(db, { after, before })
    const last = texts.at(-1)
    if (!last) break
    const wanted = referenced(texts)
    const orphans = texts.filter(({ id }) => !wanted.has(id))
    deleteTexts(db, { ids: JSON.stringify(orphans.map(({ id }) => id)) })
    after = last.id
  }
  for (const name of keys.list()) {
    if (!classesOf(db, { caseId: name.caseId }).some((row) => row.class === name.cls)) keys.destroy(name)
  }
}
