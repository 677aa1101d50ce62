import { resolveTemplate, translator } from '@solid-primitives/i18n'

/** One area's texts: plain strings, templates with `{{ name }}`, or functions where grammar needs them. */
type Dictionary = Readonly<Record<string, unknown>>

/**
 * The typed way to an area's texts: `const t = texts(login)`, then `t('title')`, `t('welcome', { name })`.
 * A key or an argument that does not exist is a type error.
 */
export function texts<T extends Dictionary>(area: T) {
  return translator(() => area, resolveTemplate)
}
