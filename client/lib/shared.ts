import { chest } from './chest.ts'

/** What another app shared into this one. */
export interface Shared {
  text: string
  files: File[]
}

const { ask } = chest('shared', 'things', 'id')

/** There is one thing at a time; a newer one takes its place. */
const ID = 'last'

/** A text of several parts, each once: what is shared as an address is often in the text as well. */
export function joined(parts: readonly (FormDataEntryValue | null | undefined)[]): string {
  const said: string[] = []
  for (const part of parts) {
    const text = typeof part === 'string' ? part.trim() : ''
    if (text !== '' && !said.some((one) => one.includes(text))) said.push(text)
  }
  return said.join('\n\n')
}

/** Keeps what was shared until the page that writes with it takes it. */
export function keepShared(form: FormData): Promise<unknown> {
  const text = joined([form.get('title'), form.get('text'), form.get('url')])
  const files = form.getAll('files').filter((file) => file instanceof File)
  return ask('readwrite', (things) => things.put({ id: ID, text, files }))
}

/** Takes what was shared, once. */
export async function takeShared(): Promise<Shared | undefined> {
  const thing = await ask<Shared | undefined>('readonly', (things) => things.get(ID))
  await ask('readwrite', (things) => things.delete(ID))
  return thing
}
