import { type Component, lazy } from 'solid-js'
import { patiently } from './patiently.ts'

/** A page's file exports `Page`; it is fetched when its address is first opened. */
export const page = (load: () => Promise<{ Page: Component }>) =>
  lazy(() => patiently(load).then((file) => ({ default: file.Page })))
