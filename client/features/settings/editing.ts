import { createStore } from 'solid-js/store'
import type { SettingsDoc } from '../../../shared/api/community.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Submit, submitting } from '../../lib/submit.ts'
import { settings } from '../../locales/en/settings.ts'
import { toast } from '../../ui/toast.tsx'
import { watchUnsaved } from './unsaved.tsx'

const t = texts(settings)

/** What every part of the page is given. */
export interface PartProps {
  settings: SettingsDoc
  onSaved: (settings: SettingsDoc) => void
}

/** One part of the settings while it is edited. */
export interface Editing<T extends object> {
  draft: T
  change: (part: Partial<T>) => void
  dirty: () => boolean
  submit: Submit
}

/**
 * Edits a copy of what `pick` takes from the settings, and saves it by `patch`. When saved, the copy is what the server
 * keeps now; when it failed, what was typed stays. `ready` stops the saving while something is plainly missing.
 */
export function editing<T extends object>(
  props: PartProps,
  pick: (settings: SettingsDoc) => T,
  patch: (draft: T) => object,
  ready: (draft: T) => boolean = () => true,
): Editing<T> {
  const [draft, setDraft] = createStore<T>(structuredClone(pick(props.settings)))
  const change = (part: Partial<T>) => setDraft((now) => ({ ...now, ...part }))
  const dirty = () => JSON.stringify(draft) !== JSON.stringify(pick(props.settings))
  watchUnsaved(dirty)
  const submit = submitting(async () => {
    if (!dirty() || !ready(draft)) return
    const saved = await send<SettingsDoc>('PATCH', '/api/community/v1/admin/settings', patch(draft))
    props.onSaved(saved)
    setDraft(() => structuredClone(pick(saved)))
    toast(t('saved'))
  })
  return { draft, change, dirty, submit }
}
