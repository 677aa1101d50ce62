import { createStore } from 'solid-js/store'
import type { RegistrationMode } from '../../../shared/api/about.ts'
import type { SettingsDoc } from '../../../shared/api/community.ts'
import type { SmtpParts } from '../settings/smtp.ts'

/** Where what was typed is kept until the community is open or the tab is closed. */
const PLACE = 'setup'

/** Everything the wizard asks. The two passwords live only while the page does. */
export interface SetupDraft {
  username: string
  email: string
  password: string
  name: string
  statement: string
  purpose: string
  contactEmail: string
  mode: RegistrationMode
  question: string
  hosting: string
  /** Undefined until somebody has chosen: nothing about hosting is published by default. */
  publishHosting: boolean | undefined
  mail: 'none' | 'smtp'
  smtp: SmtpParts
}

/** The wizard's state: what was typed before in this tab, else the preset. */
export function setupDraft(preset: SettingsDoc) {
  const [draft, set] = createStore<SetupDraft>({ ...fromPreset(preset), ...restored() })
  const change = (part: Partial<SetupDraft>) => {
    set(part)
    const { password: _, smtp, ...kept } = draft
    sessionStorage.setItem(PLACE, JSON.stringify({ ...kept, smtp: { ...smtp, password: '' } }))
  }
  return { draft, change }
}

/** Throws away what was kept, once the community is open. */
export function forgetSetup(): void {
  sessionStorage.removeItem(PLACE)
}

function fromPreset(preset: SettingsDoc): SetupDraft {
  return {
    username: '',
    email: '',
    password: '',
    name: preset.name,
    statement: preset.statement,
    purpose: preset.purpose,
    contactEmail: preset.contact_email ?? '',
    mode: preset.registrations,
    question: preset.question ?? '',
    hosting: preset.hosting.text,
    publishHosting: undefined,
    mail: 'none',
    smtp: { host: '', port: '465', user: '', password: '', from: '' },
  }
}

function restored(): Partial<SetupDraft> {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? '{}') as Partial<SetupDraft>
  } catch {
    return {}
  }
}
